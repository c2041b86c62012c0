package io.quayside.engine.model;

import java.util.List;

/// Versions of an engine and its parts (`GET /version`).
///
/// @param platform the product's name, such as `Docker Engine - Community`, or empty
/// @param version the engine's version
/// @param apiVersion the newest API version
/// @param minApiVersion the oldest API version
/// @param os such as `linux`
/// @param arch such as `amd64`
/// @param kernelVersion the kernel of the engine's machine
/// @param buildTime when the engine was built, in its own words
/// @param components the parts, such as `Engine`, `containerd`, `runc`
public record EngineVersion(
        String platform,
        String version,
        String apiVersion,
        String minApiVersion,
        String os,
        String arch,
        String kernelVersion,
        String buildTime,
        List<Component> components) {

    /// A part of an engine.
    ///
    /// @param name its name
    /// @param version its version
    public record Component(String name, String version) {}

    /// Whether it is Podman rather than Docker.
    public boolean isPodman() {
        return components.stream().anyMatch(part -> part.name().equals("Podman Engine"));
    }
}
