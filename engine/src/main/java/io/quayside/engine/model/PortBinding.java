package io.quayside.engine.model;

/// Where a port is published (`PortBindings`).
///
/// @param hostIp the address on the engine's machine, empty for all
/// @param hostPort the port, empty for any free one; a range such as `8000-8010` is possible
public record PortBinding(String hostIp, String hostPort) {}
