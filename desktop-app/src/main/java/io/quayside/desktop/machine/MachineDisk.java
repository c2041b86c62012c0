package io.quayside.desktop.machine;

import io.quayside.engine.process.ProcessFailure;
import io.quayside.engine.process.ProcessOutcome;
import io.quayside.engine.process.ProcessRequest;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The file on this computer that is a machine's disk.
///
/// @param file wherever it was moved to
/// @param bytes that it takes here, which for a sparse file is less than its size
/// @param moved whether it isn't in the machine's own folder
public record MachineDisk(Path file, long bytes, boolean moved) {
    private static final Pattern KIBIBYTES = Pattern.compile("^(\\d+)\\s");

    /// Measures it. Blocks.
    public static MachineDisk of(MachineFiles files) throws InterruptedException {
        Path place = files.dataDisk();
        Path file = moved(place);
        return new MachineDisk(file, taken(file), !file.equals(place));
    }

    /// In the machine's folder is a link to a file that was moved elsewhere; `du` would measure the link.
    private static Path moved(Path place) {
        try {
            return Files.isSymbolicLink(place) ? place.resolveSibling(Files.readSymbolicLink(place)) : place;
        } catch (IOException e) {
            return place;
        }
    }

    /// Java knows the size of a file, not what it takes; `du` does, everywhere but on Windows.
    private static long taken(Path file) throws InterruptedException {
        try {
            ProcessOutcome outcome = new SystemProcessRunner()
                    .run(ProcessRequest.of("du", "-k", file.toString()).withDeadline(Duration.ofSeconds(10)));
            Matcher line = KIBIBYTES.matcher(outcome.output());
            if (line.find()) {
                return Long.parseLong(line.group(1)) << 10;
            }
        } catch (ProcessFailure e) {
            // Without du its size has to do.
        }
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
