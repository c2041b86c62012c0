package io.quayside.engine.model;

import java.util.List;
import java.util.Map;

/// What a network is made of (`POST /networks/create`).
///
/// @param name its name
/// @param driver such as `bridge` or `macvlan`; empty for the engine's default
/// @param subnets its address ranges; with none the engine picks one
/// @param ipv6 whether it has IPv6
/// @param internal whether it has no way out
/// @param attachable whether plain containers may join a swarm's network
/// @param options the driver's options
/// @param labels its labels
public record NetworkSpec(
        String name,
        String driver,
        List<Network.Subnet> subnets,
        boolean ipv6,
        boolean internal,
        boolean attachable,
        Map<String, String> options,
        Map<String, String> labels) {
    public NetworkSpec {
        subnets = List.copyOf(subnets);
        options = Ordered.map(options);
        labels = Ordered.map(labels);
    }

    /// A network as the engine makes it when only its name is given.
    public static NetworkSpec named(String name) {
        return new NetworkSpec(name, "", List.of(), false, false, false, Map.of(), Map.of());
    }

    /// The same with these address ranges.
    public NetworkSpec withSubnets(List<Network.Subnet> ranges) {
        return new NetworkSpec(name, driver, ranges, ipv6, internal, attachable, options, labels);
    }
}
