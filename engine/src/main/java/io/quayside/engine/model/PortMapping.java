package io.quayside.engine.model;

/// A port of a container, as lists show it.
///
/// @param ip the address of the engine's machine it is published on, empty if it isn't published
/// @param privatePort the port inside the container
/// @param publicPort the port of the engine's machine, 0 if it isn't published
/// @param type `tcp`, `udp` or `sctp`
public record PortMapping(String ip, int privatePort, int publicPort, String type) {

    /// Whether it can be reached from outside.
    public boolean isPublished() {
        return publicPort != 0;
    }
}
