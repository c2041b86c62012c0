package io.quayside.engine.internal.codec;

import io.quayside.engine.model.NetworkingSettings;

/// The network settings inside `HostConfig`.
final class NetworkingCodec {
    private NetworkingCodec() {}

    /// Reads the value of field `name` into `to`; false, without reading, if it belongs elsewhere.
    static boolean read(JsonIn in, String name, NetworkingSettings.Builder to) {
        switch (name) {
            case "NetworkMode" -> to.mode(in.text());
            case "PortBindings" -> to.portBindings(PortsCodec.read(in));
            case "PublishAllPorts" -> to.publishAllPorts(in.flag());
            case "Dns" -> to.dns(in.texts());
            case "DnsOptions" -> to.dnsOptions(in.texts());
            case "DnsSearch" -> to.dnsSearch(in.texts());
            case "ExtraHosts" -> to.extraHosts(in.texts());
            case "Links" -> to.links(in.texts());
            default -> {
                return false;
            }
        }
        return true;
    }

    static void write(JsonOut out, NetworkingSettings from) {
        out.text("NetworkMode", from.mode());
        PortsCodec.write(out, "PortBindings", from.portBindings());
        out.flag("PublishAllPorts", from.publishAllPorts());
        out.texts("Dns", from.dns());
        out.texts("DnsOptions", from.dnsOptions());
        out.texts("DnsSearch", from.dnsSearch());
        out.texts("ExtraHosts", from.extraHosts());
        out.texts("Links", from.links());
    }
}
