package io.quayside.engine.internal.codec;

import io.quayside.engine.model.EndpointSettings;

/// `EndpointSettings`: a container's place in a network.
final class EndpointCodec {
    private EndpointCodec() {}

    static EndpointSettings read(JsonIn in) {
        EndpointSettings.Builder to = EndpointSettings.builder();
        UnknownCollector unknown = new UnknownCollector();
        if (in.enterObject()) {
            while (in.nextField()) {
                if (!readWish(in, in.name(), to) && !readOutcome(in, in.name(), to)) {
                    unknown.take(in);
                }
            }
        }
        return to.other(unknown.fields()).build();
    }

    private static boolean readWish(JsonIn in, String name, EndpointSettings.Builder to) {
        switch (name) {
            case "IPAMConfig" -> readIpam(in, to);
            case "Links" -> to.links(in.texts());
            case "Aliases" -> to.aliases(in.texts());
            case "DriverOpts" -> to.driverOpts(in.textMap());
            case "GwPriority" -> to.gatewayPriority(in.number());
            case "MacAddress" -> to.macAddress(in.text());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void readIpam(JsonIn in, EndpointSettings.Builder to) {
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "IPv4Address" -> to.ipv4Address(in.text());
                    case "IPv6Address" -> to.ipv6Address(in.text());
                    case "LinkLocalIPs" -> to.linkLocalIps(in.texts());
                    default -> in.skip();
                }
            }
        }
    }

    private static boolean readOutcome(JsonIn in, String name, EndpointSettings.Builder to) {
        switch (name) {
            case "NetworkID" -> to.networkId(in.text());
            case "EndpointID" -> to.endpointId(in.text());
            case "Gateway" -> to.gateway(in.text());
            case "IPAddress" -> to.ipAddress(in.text());
            case "IPPrefixLen" -> to.ipPrefixLength(in.number());
            case "IPv6Gateway" -> to.ipv6Gateway(in.text());
            case "GlobalIPv6Address" -> to.globalIpv6Address(in.text());
            case "GlobalIPv6PrefixLen" -> to.globalIpv6PrefixLength(in.number());
            case "DNSNames" -> to.dnsNames(in.texts());
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Writes what can be wished for; what an engine made of it is left out.
    static void write(JsonOut out, EndpointSettings endpoint) {
        out.object(() -> writeFields(out, endpoint));
    }

    static void writeFields(JsonOut out, EndpointSettings endpoint) {
        out.object(
                "IPAMConfig",
                () -> out.text("IPv4Address", endpoint.ipv4Address())
                        .text("IPv6Address", endpoint.ipv6Address())
                        .texts("LinkLocalIPs", endpoint.linkLocalIps()));
        out.texts("Links", endpoint.links())
                .texts("Aliases", endpoint.aliases())
                .textMap("DriverOpts", endpoint.driverOpts())
                .number("GwPriority", endpoint.gatewayPriority())
                .text("MacAddress", endpoint.macAddress())
                .unknown(endpoint.other());
    }
}
