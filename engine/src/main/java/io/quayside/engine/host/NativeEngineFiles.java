package io.quayside.engine.host;

import io.quayside.engine.platform.AppDirs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// All files of Quayside's own engine.
///
/// @param dataRoot images, volumes and containers
/// @param config the engine's `daemon.json`; the user's to edit, written once
/// @param log everything that the engine writes; the one before is kept beside it
/// @param execRoot what the engine keeps while it runs; its sockets have the longest paths
/// @param socket where it answers
/// @param pidFile the engine's own
/// @param record whom we started, see [EngineRecord]
/// @param lock held during a start or stop, so that two programs don't do it at once
record NativeEngineFiles(
        Path dataRoot, Path config, Path log, Path execRoot, Path socket, Path pidFile, Path record, Path lock) {
    /// Linux takes 108 bytes, the terminating zero included.
    private static final int SOCKET_LIMIT = 107;

    private static final String LONGEST_SOCKET = "containerd/containerd.sock.ttrpc";
    private static final String CONTAINERD_PID = "containerd/containerd.pid";
    private static final long LOG_LIMIT = 8L << 20;

    static NativeEngineFiles in(AppDirs dirs) {
        return new NativeEngineFiles(
                dirs.data().resolve("docker"),
                dirs.config().resolve("daemon.json"),
                dirs.state().resolve("docker.log"),
                dirs.runtime().resolve("exec"),
                dirs.runtime().resolve("docker.sock"),
                dirs.runtime().resolve("docker.pid"),
                dirs.data().resolve("docker-started"),
                dirs.data().resolve("docker.lock"));
    }

    /// Whether the system can make sockets with these paths.
    Optional<HostProblem> socketProblem() {
        for (Path path : List.of(socket, execRoot.resolve(LONGEST_SOCKET))) {
            int bytes = path.toString().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > SOCKET_LIMIT) {
                return Optional.of(new HostProblem.SocketPathTooLong(path, bytes, SOCKET_LIMIT));
            }
        }
        return Optional.empty();
    }

    /// Makes the folders and the configuration that are missing, and puts a long log aside.
    void prepare() throws IOException {
        for (Path folder : List.of(
                dataRoot, execRoot, parent(config), parent(log), parent(socket), parent(record), parent(lock))) {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
        }
        if (!Files.exists(config)) {
            Files.writeString(config, "{}\n");
        }
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Removes what says that an engine runs, once none does. A daemon that finds the number of its containerd waits
    /// for
    /// that process, even if it is a dead one that nobody has buried yet, or another program.
    void forget() throws IOException {
        Files.deleteIfExists(execRoot.resolve(CONTAINERD_PID));
        Files.deleteIfExists(socket);
        Files.deleteIfExists(pidFile);
        Files.deleteIfExists(record);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
