package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Everything that one test engine keeps, and the record of who owns it: a later run clears what a killed one left.
///
/// On disk rather than in `/tmp`, which may be memory, and short, since a socket's path has at most 107 bytes.
record EngineFolder(Path path, TestBridge bridge) {
    private static final Path BASE = Path.of("/var/tmp/qs-engines");
    private static final AtomicInteger NEXT = new AtomicInteger();

    static EngineFolder create() throws IOException {
        Path path = BASE.resolve(ProcessHandle.current().pid() + "-" + NEXT.incrementAndGet());
        Files.createDirectories(path);
        Files.writeString(path.resolve("owner"), identity(ProcessHandle.current()));
        TestBridge bridge = TestBridge.create();
        Files.writeString(path.resolve("bridge"), Integer.toString(bridge.number()));
        return new EngineFolder(path, bridge);
    }

    /// Clears the folders whose owner is gone.
    static void clearAbandoned() throws IOException {
        if (!Files.isDirectory(BASE)) {
            return;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(BASE)) {
            for (Path folder : folders) {
                if (!ownerLives(folder)) {
                    new EngineFolder(folder, new TestBridge(number(folder))).dispose();
                }
            }
        }
    }

    String cgroup() {
        return "/qs-test-" + path.getFileName();
    }

    /// Ends every process of the engine and its containers, and removes what they leave: networks, control groups,
    /// files.
    void dispose() {
        killAll();
        bridge.remove();
        Command.of(
                        "sh",
                        "-c",
                        "find /sys/fs/cgroup -depth -type d -path \"*$1/*\" -exec rmdir {} + 2>/dev/null;"
                                + " find /sys/fs/cgroup -depth -type d -path \"*$1\" -exec rmdir {} + 2>/dev/null; true",
                        "sh",
                        cgroup())
                .run();
        Command.of("rm", "-rf", "--one-file-system", path.toString()).run();
    }

    private void killAll() {
        for (int round = 0; round < 20; round++) {
            List<ProcessHandle> processes = processes();
            if (processes.isEmpty()) {
                return;
            }
            processes.forEach(ProcessHandle::destroyForcibly);
            processes.forEach(process -> process.onExit()
                    .orTimeout(5, TimeUnit.SECONDS)
                    .exceptionally(e -> process)
                    .join());
        }
    }

    /// The daemon, its helpers and its containers: who has this folder on the command line, and their children.
    private List<ProcessHandle> processes() {
        List<ProcessHandle> found = new ArrayList<>();
        long self = ProcessHandle.current().pid();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && mentionsFolder(process.pid()))
                .forEach(process -> {
                    process.descendants().forEach(found::add);
                    found.add(process);
                });
        return found;
    }

    private boolean mentionsFolder(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
            return line.contains(path + "/");
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(Path folder) throws IOException {
        try {
            return Integer.parseInt(Files.readString(folder.resolve("bridge")).strip());
        } catch (NoSuchFileException e) {
            // It died between making the folder and the bridge; this number is out of range and removes nothing.
            return Short.MAX_VALUE;
        }
    }

    private static boolean ownerLives(Path folder) {
        try {
            String owner = Files.readString(folder.resolve("owner"));
            long pid = Long.parseLong(owner.substring(0, owner.indexOf(' ')));
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            return process.isPresent() && owner.equals(identity(process.get()));
        } catch (NoSuchFileException e) {
            // Perhaps it is just being made by another run.
            return folder.toFile().lastModified() > System.currentTimeMillis() - 60_000;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }
}
