package io.quayside.testing.engine;

/// The engines that Quayside is tested against.
public enum EngineKind {
    /// Docker 20.10, API 1.41.
    DOCKER_20_10("20.10.", "bookworm"),
    /// Docker 26.1, API 1.45.
    DOCKER_26_1("26.1.", "trixie"),
    /// Docker 28.5, API 1.51.
    DOCKER_28_5("28.5.", "forky"),
    /// Podman through its Docker-compatible socket, in the machine's own version.
    PODMAN("", "");

    private final String versionPrefix;
    private final String suite;

    EngineKind(String versionPrefix, String suite) {
        this.versionPrefix = versionPrefix;
        this.suite = suite;
    }

    public boolean isDocker() {
        return this != PODMAN;
    }

    /// How the version of such an engine begins.
    String versionPrefix() {
        return versionPrefix;
    }

    /// The Debian release that has this version among its packages.
    String suite() {
        return suite;
    }
}
