package io.quayside.testing.engine;

import java.nio.file.Files;
import java.nio.file.Path;

/// The `docker-buildx` programs that builds are tested with. They need nothing of their Debian root, so they run
/// outside of it.
public enum TestBuildx {
    /// 0.13, the first that Quayside can use.
    OLDEST("trixie"),
    /// 0.29.
    NEWEST("forky");

    private final String suite;

    TestBuildx(String suite) {
        this.suite = suite;
    }

    /// The folder of the program, for a `PATH`. Skips the test, or fails it, when it can't be had.
    public Path folder() {
        Path folder = EngineInstallation.roots().resolve(suite).resolve("usr/libexec/docker/cli-plugins");
        if (!Files.isExecutable(folder.resolve("docker-buildx"))) {
            TestEngines.unavailable("there is no docker-buildx in " + folder + "; ./verify gets it");
        }
        return folder;
    }
}
