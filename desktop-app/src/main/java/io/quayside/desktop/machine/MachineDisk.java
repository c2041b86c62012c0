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
/// @param bytes that it takes here, which for a sparse file is less than its size
public record MachineDisk(Path file, long bytes) {
    private static final Pattern KIBIBYTES = Pattern.compile("^(\\d+)\\s");

    /// Measures it. Blocks.
    public static MachineDisk of(MachineFiles files) throws InterruptedException {
        Path file = files.dataDisk();
        return new MachineDisk(file, taken(file));
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
