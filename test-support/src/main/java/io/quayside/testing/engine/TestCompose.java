package io.quayside.testing.engine;

import java.nio.file.Path;

/// The `docker-compose` programs that projects are tested with. They need nothing of their Debian root, so they run
/// outside of it.
public enum TestCompose {
    /// 2.26, which tells its progress in words.
    OLDEST("trixie"),
    /// 2.40, which tells it as JSON.
    NEWEST("forky");

    private final String suite;

    TestCompose(String suite) {
        this.suite = suite;
    }

    /// The folder of the program, for a `PATH`. Skips the test, or fails it, when it can't be had.
    public Path folder() {
        return EngineInstallation.plugIn(suite, "docker-compose");
    }

    /// Where that folder is, whether the program is there or not.
    public Path path() {
        return EngineInstallation.roots().resolve(suite).resolve("usr/libexec/docker/cli-plugins");
    }
}
