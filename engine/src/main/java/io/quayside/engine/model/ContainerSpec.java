package io.quayside.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a new container is made from (`POST /containers/create`).
///
/// @param config what runs in it
/// @param hostConfig how the engine's machine runs it
/// @param networks its place in each network, by name or id. Engines before API 1.44 take one
public record ContainerSpec(ContainerConfig config, HostConfig hostConfig, Map<String, EndpointSettings> networks) {
    public ContainerSpec {
        networks = Ordered.map(networks);
    }

    /// A container that runs `command` in `image`, everything else as the engine has it by default.
    public static ContainerSpec of(String image, String... command) {
        ContainerConfig.Builder config = ContainerConfig.builder().image(image);
        if (command.length > 0) {
            config.cmd(Optional.of(List.of(command)));
        }
        return new ContainerSpec(config.build(), HostConfig.builder().build(), Map.of());
    }

    /// What would make the same container again. What the engine made up for the container is left out, so that the
    /// next one gets its own: a host name and an alias from the id, and the addresses it got.
    public static ContainerSpec from(ContainerDetails details) {
        String shortId = details.shortId();
        ContainerConfig config = details.config();
        if (config.hostname().equals(shortId)) {
            config = config.toBuilder().hostname("").build();
        }
        Map<String, EndpointSettings> networks = new LinkedHashMap<>();
        details.network().networks().forEach((name, endpoint) -> networks.put(name, endpoint.wishes(shortId)));
        return new ContainerSpec(config, details.hostConfig(), networks);
    }

    /// The same with another config.
    public ContainerSpec with(ContainerConfig newConfig) {
        return new ContainerSpec(newConfig, hostConfig, networks);
    }

    /// The same with another host config.
    public ContainerSpec with(HostConfig newHostConfig) {
        return new ContainerSpec(config, newHostConfig, networks);
    }
}
