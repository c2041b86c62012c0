package io.quayside.engine.model;

import java.util.List;
import java.util.Map;

/// How a container reaches the network and is reached (the network part of `HostConfig`).
///
/// @param mode `bridge`, `host`, `none`, `container:ID` or a network's name (`NetworkMode`)
/// @param portBindings where each port, such as `80/tcp`, is published
/// @param publishAllPorts publish every exposed port somewhere
/// @param dns name servers
/// @param dnsOptions options of the resolver
/// @param dnsSearch domains to search
/// @param extraHosts further names, each `name:address`
/// @param links old links to containers, each `container:alias`
public record NetworkingSettings(
        String mode,
        Map<String, List<PortBinding>> portBindings,
        boolean publishAllPorts,
        List<String> dns,
        List<String> dnsOptions,
        List<String> dnsSearch,
        List<String> extraHosts,
        List<String> links) {
    public NetworkingSettings {
        portBindings = Ordered.map(portBindings);
        dns = List.copyOf(dns);
        dnsOptions = List.copyOf(dnsOptions);
        dnsSearch = List.copyOf(dnsSearch);
        extraHosts = List.copyOf(extraHosts);
        links = List.copyOf(links);
    }

    /// Starts with nothing set.
    public static Builder builder() {
        return new Builder();
    }

    /// Starts with these values.
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.mode = mode;
        builder.portBindings = portBindings;
        builder.publishAllPorts = publishAllPorts;
        builder.dns = dns;
        builder.dnsOptions = dnsOptions;
        builder.dnsSearch = dnsSearch;
        builder.extraHosts = extraHosts;
        builder.links = links;
        return builder;
    }

    /// Collects the values of a [NetworkingSettings]. The methods carry the names of its components.
    public static final class Builder {
        private String mode = "";
        private Map<String, List<PortBinding>> portBindings = Map.of();
        private boolean publishAllPorts = false;
        private List<String> dns = List.of();
        private List<String> dnsOptions = List.of();
        private List<String> dnsSearch = List.of();
        private List<String> extraHosts = List.of();
        private List<String> links = List.of();

        private Builder() {}

        public Builder mode(String value) {
            mode = value;
            return this;
        }

        public Builder portBindings(Map<String, List<PortBinding>> value) {
            portBindings = value;
            return this;
        }

        public Builder publishAllPorts(boolean value) {
            publishAllPorts = value;
            return this;
        }

        public Builder dns(List<String> value) {
            dns = value;
            return this;
        }

        public Builder dnsOptions(List<String> value) {
            dnsOptions = value;
            return this;
        }

        public Builder dnsSearch(List<String> value) {
            dnsSearch = value;
            return this;
        }

        public Builder extraHosts(List<String> value) {
            extraHosts = value;
            return this;
        }

        public Builder links(List<String> value) {
            links = value;
            return this;
        }

        /// The values as they are now.
        public NetworkingSettings build() {
            return new NetworkingSettings(
                    mode, portBindings, publishAllPorts, dns, dnsOptions, dnsSearch, extraHosts, links);
        }
    }
}
