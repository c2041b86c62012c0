package io.quayside.engine.model;

/// An engine's answer to a ping (`GET /_ping`).
///
/// @param apiVersion the newest API version it speaks, empty if it doesn't say
/// @param osType `linux` or `windows`, empty if it doesn't say
/// @param experimental whether experimental features are on
/// @param server the `Server` header, such as `Docker/28.5.2 (linux)` or `Libpod/4.3.1 (linux)`
public record PingResult(String apiVersion, String osType, boolean experimental, String server) {

    /// Whether it is Podman rather than Docker.
    public boolean isPodman() {
        return server.startsWith("Libpod/");
    }
}
