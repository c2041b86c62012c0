package io.quayside.engine.model;

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
        networks = Map.copyOf(networks);
    }

    /// A container that runs `command` in `image`, everything else as the engine has it by default.
    public static ContainerSpec of(String image, String... command) {
        ContainerConfig.Builder config = ContainerConfig.builder().image(image);
        if (command.length > 0) {
            config.cmd(Optional.of(List.of(command)));
        }
        return new ContainerSpec(config.build(), HostConfig.builder().build(), Map.of());
    }

    /// What would make the same container again.
    public static ContainerSpec from(ContainerDetails details) {
        return new ContainerSpec(
                details.config(), details.hostConfig(), details.network().networks());
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
