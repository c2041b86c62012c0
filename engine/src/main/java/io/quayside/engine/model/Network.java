package io.quayside.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A network (`GET /networks`, `GET /networks/{id}`).
///
/// @param id its id
/// @param name its name
/// @param driver such as `bridge`, `host`, `overlay` or `null`
/// @param scope `local`, `global` or `swarm`
/// @param created when it was made, if the engine says
/// @param internal whether it has no way out
/// @param attachable whether plain containers may join a swarm's network
/// @param ipv6 whether it has IPv6
/// @param subnets its address ranges
/// @param options the driver's options
/// @param labels its labels
/// @param members the containers in it by id, only from inspect
public record Network(
        String id,
        String name,
        String driver,
        String scope,
        Optional<Instant> created,
        boolean internal,
        boolean attachable,
        boolean ipv6,
        List<Subnet> subnets,
        Map<String, String> options,
        Map<String, String> labels,
        Map<String, Member> members) {

    /// An address range.
    ///
    /// @param subnet such as `172.17.0.0/16`
    /// @param gateway the engine's own address in it, or empty
    /// @param ipRange the part that containers get addresses from, or empty for all of it
    public record Subnet(String subnet, String gateway, String ipRange) {}

    /// A container in a network.
    ///
    /// @param name the container's name
    /// @param ipv4 its IPv4 address with prefix length, or empty
    /// @param ipv6 its IPv6 address with prefix length, or empty
    /// @param macAddress its MAC address, or empty
    public record Member(String name, String ipv4, String ipv6, String macAddress) {}
}
