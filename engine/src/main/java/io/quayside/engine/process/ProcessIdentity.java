package io.quayside.engine.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One process, told from a later one that got the same number by when it was started. Survives a restart of this
/// program
/// as text.
///
/// @param started on Linux the system's run and the tick at which it started, which no change of the clock moves;
/// elsewhere
///     the time
public record ProcessIdentity(long pid, String started) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /// Place of the start tick after the closing parenthesis of the name in `/proc/PID/stat`.
    private static final int START_TICK = 19;

    /// The process with this number now, if there is one.
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> startOf(process).map(start -> new ProcessIdentity(pid, start)));
    }

    /// What [#toText()] wrote; absent for anything else.
    public static Optional<ProcessIdentity> parse(String text) {
        String[] parts = text.strip().split(" ", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), parts[1]));
    }

    public String toText() {
        return pid + " " + started;
    }

    /// Its handle while it lives; absent once its number is free or someone else's.
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> startOf(process).filter(started::equals).isPresent());
    }

    public boolean isAlive() {
        return find().isPresent();
    }

    private static Optional<String> startOf(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            boolean ended = fields.getFirst().equals("Z") || fields.getFirst().equals("X");
            return ended
                    ? Optional.empty()
                    : Optional.of(Files.readString(BOOT_ID).strip() + "/" + fields.get(START_TICK));
        } catch (IOException e) {
            return process.info().startInstant().map(Instant::toString);
        }
    }
}
