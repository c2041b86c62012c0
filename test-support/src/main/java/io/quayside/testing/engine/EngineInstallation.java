package io.quayside.testing.engine;

import io.quayside.testing.command.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Where the programs of an engine are: on this machine, or in a Debian root that `./verify` builds.
///
/// @param root folder to `chroot` into, absent for the machine's own programs
/// @param missing why this kind can't be had here, absent when it can
record EngineInstallation(EngineKind kind, Optional<Path> root, Optional<String> missing) {
    private static final ConcurrentMap<EngineKind, EngineInstallation> FOUND = new ConcurrentHashMap<>();

    static EngineInstallation of(EngineKind kind) {
        return FOUND.computeIfAbsent(kind, EngineInstallation::look);
    }

    /// Folder of the Debian roots, outside the project so that a clean build keeps them.
    static Path roots() {
        String folder = System.getenv("QUAYSIDE_TEST_CACHE");
        Path cache =
                folder != null ? Path.of(folder) : Path.of(System.getProperty("user.home"), ".cache", "quayside-test");
        return cache.resolve("roots");
    }

    /// The folder of a plug-in of the `docker` command line in a root. Skips the test, or fails it, when it can't be
    /// had.
    static Path plugIn(String suite, String program) {
        Path folder = roots().resolve(suite).resolve("usr/libexec/docker/cli-plugins");
        if (!Files.isExecutable(folder.resolve(program))) {
            TestEngines.unavailable("there is no " + program + " in " + folder + "; ./verify gets it");
        }
        return folder;
    }

    private static EngineInstallation look(EngineKind kind) {
        for (String tool : List.of("ip", "unshare", "docker")) {
            if (Command.find(tool).isEmpty()) {
                return missing(kind, "the program `" + tool + "` isn't installed");
            }
        }
        if (!runsAsRoot()) {
            return missing(kind, "a private engine with a network of its own needs root");
        }
        return kind.isDocker() ? lookForDocker(kind) : lookForPodman();
    }

    private static EngineInstallation lookForDocker(EngineKind kind) {
        if (Command.find("dockerd").isPresent()
                && Command.of("dockerd", "--version").run().output().contains("version " + kind.versionPrefix())) {
            return new EngineInstallation(kind, Optional.empty(), Optional.empty());
        }
        Path root = roots().resolve(kind.suite());
        if (Files.isExecutable(root.resolve("usr/sbin/dockerd"))) {
            return new EngineInstallation(kind, Optional.of(root), Optional.empty());
        }
        return missing(
                kind,
                "this machine's dockerd is another version and there is no root at " + root + "; ./verify builds it");
    }

    private static EngineInstallation lookForPodman() {
        return Command.find("podman").isPresent()
                ? new EngineInstallation(EngineKind.PODMAN, Optional.empty(), Optional.empty())
                : missing(EngineKind.PODMAN, "podman isn't installed");
    }

    private static EngineInstallation missing(EngineKind kind, String why) {
        return new EngineInstallation(kind, Optional.empty(), Optional.of(kind + " can't be tested here: " + why));
    }

    private static boolean runsAsRoot() {
        return Command.of("id", "-u").run().output().strip().equals("0");
    }
}
