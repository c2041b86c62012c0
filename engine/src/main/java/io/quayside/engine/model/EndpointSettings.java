package io.quayside.engine.model;

import java.util.List;
import java.util.Map;

/// A container's place in a network: what is wished for and, from inspect, what it got (`EndpointSettings`).
///
/// @param ipv4Address the wished IPv4 address, or empty (`IPAMConfig`)
/// @param ipv6Address the wished IPv6 address, or empty (`IPAMConfig`)
/// @param linkLocalIps wished link-local addresses (`IPAMConfig`)
/// @param links old links
/// @param aliases further names in the network
/// @param driverOpts options of the network's driver
/// @param gatewayPriority the network with the highest gives the default gateway (since API 1.48)
/// @param macAddress the MAC address; in a spec since API 1.44
/// @param networkId the network's id, from inspect
/// @param endpointId the endpoint's id, empty if the container doesn't run
/// @param gateway the IPv4 gateway it got
/// @param ipAddress the IPv4 address it got
/// @param ipPrefixLength that address's prefix length
/// @param ipv6Gateway the IPv6 gateway it got
/// @param globalIpv6Address the IPv6 address it got
/// @param globalIpv6PrefixLength that address's prefix length
/// @param dnsNames the names it has in the network (since API 1.44)
/// @param other fields that this client doesn't know, kept so that they survive a round trip
public record EndpointSettings(
        String ipv4Address,
        String ipv6Address,
        List<String> linkLocalIps,
        List<String> links,
        List<String> aliases,
        Map<String, String> driverOpts,
        long gatewayPriority,
        String macAddress,
        String networkId,
        String endpointId,
        String gateway,
        String ipAddress,
        long ipPrefixLength,
        String ipv6Gateway,
        String globalIpv6Address,
        long globalIpv6PrefixLength,
        List<String> dnsNames,
        UnknownFields other) {
    public EndpointSettings {
        linkLocalIps = List.copyOf(linkLocalIps);
        links = List.copyOf(links);
        aliases = List.copyOf(aliases);
        driverOpts = Ordered.map(driverOpts);
        dnsNames = List.copyOf(dnsNames);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.ipv4Address = ipv4Address;
        builder.ipv6Address = ipv6Address;
        builder.linkLocalIps = linkLocalIps;
        builder.links = links;
        builder.aliases = aliases;
        builder.driverOpts = driverOpts;
        builder.gatewayPriority = gatewayPriority;
        builder.macAddress = macAddress;
        builder.networkId = networkId;
        builder.endpointId = endpointId;
        builder.gateway = gateway;
        builder.ipAddress = ipAddress;
        builder.ipPrefixLength = ipPrefixLength;
        builder.ipv6Gateway = ipv6Gateway;
        builder.globalIpv6Address = globalIpv6Address;
        builder.globalIpv6PrefixLength = globalIpv6PrefixLength;
        builder.dnsNames = dnsNames;
        builder.other = other;
        return builder;
    }

    /// Only what can be asked for, without what an engine made of it.
    ///
    /// @param containerId the short id, which engines add to the aliases
    EndpointSettings wishes(String containerId) {
        return builder()
                .ipv4Address(ipv4Address)
                .ipv6Address(ipv6Address)
                .linkLocalIps(linkLocalIps)
                .links(links)
                .aliases(aliases.stream()
                        .filter(alias -> !alias.equals(containerId))
                        .toList())
                .driverOpts(driverOpts)
                .gatewayPriority(gatewayPriority)
                .macAddress(macAddress)
                .other(other)
                .build();
    }

    /// Collects the values of a [EndpointSettings]. The methods carry the names of its components.
    public static final class Builder {
        private String ipv4Address = "";
        private String ipv6Address = "";
        private List<String> linkLocalIps = List.of();
        private List<String> links = List.of();
        private List<String> aliases = List.of();
        private Map<String, String> driverOpts = Map.of();
        private long gatewayPriority = 0;
        private String macAddress = "";
        private String networkId = "";
        private String endpointId = "";
        private String gateway = "";
        private String ipAddress = "";
        private long ipPrefixLength = 0;
        private String ipv6Gateway = "";
        private String globalIpv6Address = "";
        private long globalIpv6PrefixLength = 0;
        private List<String> dnsNames = List.of();
        private UnknownFields other = UnknownFields.NONE;

        private Builder() {}

        public Builder ipv4Address(String value) {
            ipv4Address = value;
            return this;
        }

        public Builder ipv6Address(String value) {
            ipv6Address = value;
            return this;
        }

        public Builder linkLocalIps(List<String> value) {
            linkLocalIps = value;
            return this;
        }

        public Builder links(List<String> value) {
            links = value;
            return this;
        }

        public Builder aliases(List<String> value) {
            aliases = value;
            return this;
        }

        public Builder driverOpts(Map<String, String> value) {
            driverOpts = value;
            return this;
        }

        public Builder gatewayPriority(long value) {
            gatewayPriority = value;
            return this;
        }

        public Builder macAddress(String value) {
            macAddress = value;
            return this;
        }

        public Builder networkId(String value) {
            networkId = value;
            return this;
        }

        public Builder endpointId(String value) {
            endpointId = value;
            return this;
        }

        public Builder gateway(String value) {
            gateway = value;
            return this;
        }

        public Builder ipAddress(String value) {
            ipAddress = value;
            return this;
        }

        public Builder ipPrefixLength(long value) {
            ipPrefixLength = value;
            return this;
        }

        public Builder ipv6Gateway(String value) {
            ipv6Gateway = value;
            return this;
        }

        public Builder globalIpv6Address(String value) {
            globalIpv6Address = value;
            return this;
        }

        public Builder globalIpv6PrefixLength(long value) {
            globalIpv6PrefixLength = value;
            return this;
        }

        public Builder dnsNames(List<String> value) {
            dnsNames = value;
            return this;
        }

        public Builder other(UnknownFields value) {
            other = value;
            return this;
        }

        /// The values as they are now.
        public EndpointSettings build() {
            return new EndpointSettings(
                    ipv4Address,
                    ipv6Address,
                    linkLocalIps,
                    links,
                    aliases,
                    driverOpts,
                    gatewayPriority,
                    macAddress,
                    networkId,
                    endpointId,
                    gateway,
                    ipAddress,
                    ipPrefixLength,
                    ipv6Gateway,
                    globalIpv6Address,
                    globalIpv6PrefixLength,
                    dnsNames,
                    other);
        }
    }
}
