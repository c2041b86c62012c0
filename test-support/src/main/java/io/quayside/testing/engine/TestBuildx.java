package io.quayside.testing.engine;

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
        return EngineInstallation.plugIn(suite, "docker-buildx");
    }
}
