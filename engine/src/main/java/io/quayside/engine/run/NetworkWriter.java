package io.quayside.engine.run;

import io.quayside.engine.model.EndpointSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes a container's networks: the first with options of its own, as lines have it since there was one network only;
/// further ones with their fields.
final class NetworkWriter {
    private static final EndpointSettings NOTHING = EndpointSettings.builder().build();

    private final String mode;
    private final Map<String, EndpointSettings> networks;
    private final Written to;

    NetworkWriter(String mode, Map<String, EndpointSettings> networks, Written to) {
        this.mode = mode;
        this.networks = networks;
        this.to = to;
    }

    /// @param macAddress one that was asked for
    /// @param links those written already
    /// @return the values of `--network`
    List<String> write(String macAddress, List<String> links) {
        List<String> values = new ArrayList<>();
        // Podman calls the usual network by its own name.
        String own = networks.containsKey(mode) || !NetworkOptions.isUsual(mode)
                ? mode
                : networks.containsKey("podman") ? "podman" : "bridge";
        EndpointSettings first = networks.getOrDefault(own, NOTHING);
        boolean flat = networks.size() <= 1 && first.driverOpts().isEmpty() && first.gatewayPriority() == 0;
        if (flat) {
            values.addAll(isUsual() ? List.of() : List.of(mode));
            writeFlat(first, macAddress);
        } else {
            // The first is the one that the mode names.
            values.add(NetworkOptions.written(isUsual() ? "bridge" : mode, withoutLinks(first)));
            networks.forEach((name, endpoint) -> {
                if (!name.equals(own)) {
                    values.add(NetworkOptions.written(name, withoutLinks(endpoint)));
                }
            });
        }
        if (links.isEmpty()) {
            to.all(RunFlag.LINK, first.links());
        }
        return values;
    }

    private boolean isUsual() {
        return mode.isEmpty() || mode.equals("default");
    }

    private void writeFlat(EndpointSettings first, String macAddress) {
        if (NetworkOptions.isUserDefined(mode)) {
            to.all(RunFlag.NETWORK_ALIAS, first.aliases());
        }
        to.text(RunFlag.IP, first.ipv4Address());
        to.text(RunFlag.IP6, first.ipv6Address());
        to.all(RunFlag.LINK_LOCAL_IP, first.linkLocalIps());
        to.text(RunFlag.MAC_ADDRESS, macAddress.isEmpty() ? first.macAddress() : macAddress);
    }

    private static EndpointSettings withoutLinks(EndpointSettings endpoint) {
        return EndpointSettings.builder()
                .ipv4Address(endpoint.ipv4Address())
                .ipv6Address(endpoint.ipv6Address())
                .linkLocalIps(endpoint.linkLocalIps())
                .aliases(endpoint.aliases())
                .driverOpts(endpoint.driverOpts())
                .gatewayPriority(endpoint.gatewayPriority())
                .macAddress(endpoint.macAddress())
                .build();
    }
}
