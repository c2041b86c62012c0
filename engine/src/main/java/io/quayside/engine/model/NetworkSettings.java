package io.quayside.engine.model;

import java.util.List;
import java.util.Map;

/// A container's networks and ports (`NetworkSettings` of `GET /containers/{id}/json`).
///
/// @param sandboxKey the network namespace, on the engine's machine
/// @param ports for each port such as `80/tcp`, where it is published; an empty list for one that is only exposed
/// @param networks its place in each network, by the network's name
public record NetworkSettings(
        String sandboxKey, Map<String, List<PortBinding>> ports, Map<String, EndpointSettings> networks) {}
