package io.quayside.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a new container is made from (`POST /containers/create`).
///
/// @param config what runs in it
/// @param hostConfig how the engine's machine runs it
/// @param networks its place in each network, by name or id. Engines before API 1.44 take one
public record ContainerSpec(ContainerConfig config, HostConfig hostConfig, Map<String, EndpointSettings> networks) {
    /// The label by which a container that took another's place is known. It is about that one container, so that no
    /// other is made with it.
    public static final String REPLACES = "io.quayside.replaces";

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
    ///
    /// In further networks than the first a hardware address is kept also when the engine made it up.
    public static ContainerSpec from(ContainerDetails details) {
        String shortId = details.shortId();
        Map<String, String> labels = new LinkedHashMap<>(details.config().labels());
        labels.remove(REPLACES);
        ContainerConfig config = details.config().toBuilder()
                .hostname(
                        details.config().hostname().equals(shortId)
                                ? ""
                                : details.config().hostname())
                .labels(labels)
                .build();
        Map<String, EndpointSettings> networks = new LinkedHashMap<>();
        String mode = firstNetwork(details);
        details.network().networks().forEach((name, endpoint) -> {
            EndpointSettings wishes = endpoint.wishes(shortId);
            // Of a running container engines tell the address that it got; the one that was asked for is in the config.
            boolean first = name.equals(mode) || mode.isEmpty() || mode.equals("default");
            networks.put(
                    name,
                    first ? wishes.toBuilder().macAddress(config.macAddress()).build() : wishes);
        });
        HostConfig host = details.hostConfig();
        return new ContainerSpec(
                config,
                host.toBuilder()
                        .networking(host.networking().toBuilder().mode(mode).build())
                        .build(),
                networks);
    }

    /// The mode that the container has now. Engines go on telling the one it was made with, also when the container has
    /// left that network for another; Podman says `bridge` for every network.
    private static String firstNetwork(ContainerDetails details) {
        String mode = details.hostConfig().networking().mode();
        Set<String> names = details.network().networks().keySet();
        boolean isUsual = mode.isEmpty() || mode.equals("default") || mode.equals("bridge");
        boolean isLeft = isUsual ? !names.contains("bridge") && !names.contains("podman") : !names.contains(mode);
        // Podman tells the networks of the other container as if they were this one's.
        boolean isKept = mode.equals("host") || mode.startsWith("container:");
        return names.isEmpty() || isKept || !isLeft ? mode : names.iterator().next();
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
