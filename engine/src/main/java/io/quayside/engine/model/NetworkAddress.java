package io.quayside.engine.model;

/// A container's place in a network, as lists show it.
///
/// @param network the network's name
/// @param networkId the network's id
/// @param ip the IPv4 address, empty if the container doesn't run
/// @param ipv6 the IPv6 address, empty if there is none
/// @param gateway the IPv4 gateway, empty if there is none
/// @param macAddress the MAC address, empty if the container doesn't run
public record NetworkAddress(
        String network, String networkId, String ip, String ipv6, String gateway, String macAddress) {}
