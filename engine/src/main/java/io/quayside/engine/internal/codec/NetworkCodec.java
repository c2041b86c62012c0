package io.quayside.engine.internal.codec;

import io.quayside.engine.model.CreatedNetwork;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.NetworkSpec;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Networks.
public final class NetworkCodec {
    private NetworkCodec() {}

    /// The body of `POST /networks/{id}/connect`.
    public static byte[] connection(String container, EndpointSettings place) {
        return Json.write(out -> out.object(() -> out.text("Container", container)
                .object("EndpointConfig", () -> EndpointCodec.writeFields(out, place))));
    }

    /// The body of `POST /networks/{id}/disconnect`.
    public static byte[] disconnection(String container, boolean force) {
        return Json.write(
                out -> out.object(() -> out.text("Container", container).flag("Force", force)));
    }

    /// The body of `POST /networks/create`.
    public static byte[] creation(NetworkSpec spec) {
        return Json.write(out -> out.object(() -> {
            out.text("Name", spec.name())
                    .flag(
                            "CheckDuplicate",
                            true) // engines before API 1.44 make a second one of the same name otherwise
                    .text("Driver", spec.driver())
                    .flag("Internal", spec.internal())
                    .flag("Attachable", spec.attachable())
                    .flag("EnableIPv6", spec.ipv6())
                    .textMap("Options", spec.options())
                    .textMap("Labels", spec.labels());
            if (!spec.subnets().isEmpty()) {
                out.object(
                        "IPAM",
                        () -> out.list(
                                "Config",
                                spec.subnets(),
                                subnet -> out.object(() -> out.text("Subnet", subnet.subnet())
                                        .text("Gateway", subnet.gateway())
                                        .text("IPRange", subnet.ipRange()))));
            }
        }));
    }

    /// Reads the answer to `POST /networks/create`.
    public static CreatedNetwork created(JsonIn in) {
        String id = "";
        String warning = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Id" -> id = in.text();
                    case "Warning" -> warning = in.text();
                    default -> in.skip();
                }
            }
        }
        return new CreatedNetwork(id, warning);
    }

    /// Reads one network.
    public static Network read(JsonIn in) {
        String id = "";
        String name = "";
        String driver = "";
        String scope = "";
        Optional<Instant> created = Optional.empty();
        boolean internal = false;
        boolean attachable = false;
        boolean ipv6 = false;
        List<Network.Subnet> subnets = List.of();
        Map<String, String> options = Map.of();
        Map<String, String> labels = Map.of();
        Map<String, Network.Member> members = Map.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "Id" -> id = in.text();
                    case "Name" -> name = in.text();
                    case "Driver" -> driver = in.pooledText();
                    case "Scope" -> scope = in.pooledText();
                    case "Created" -> created = in.instant();
                    case "Internal" -> internal = in.flag();
                    case "Attachable" -> attachable = in.flag();
                    case "EnableIPv6" -> ipv6 = in.flag();
                    case "IPAM" -> subnets = subnets(in);
                    case "Options" -> options = in.textMap();
                    case "Labels" -> labels = in.textMap();
                    case "Containers" -> members = in.map(NetworkCodec::member);
                    default -> in.skip();
                }
            }
        }
        return new Network(
                id, name, driver, scope, created, internal, attachable, ipv6, subnets, options, labels, members);
    }

    private static List<Network.Subnet> subnets(JsonIn in) {
        List<Network.Subnet> subnets = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("Config")) {
                    subnets = in.list(NetworkCodec::subnet);
                } else {
                    in.skip();
                }
            }
        }
        return subnets;
    }

    private static Network.Subnet subnet(JsonIn in) {
        Map<String, String> fields = in.map(JsonIn::text);
        return new Network.Subnet(
                fields.getOrDefault("Subnet", ""),
                fields.getOrDefault("Gateway", ""),
                fields.getOrDefault("IPRange", ""));
    }

    private static Network.Member member(JsonIn in) {
        Map<String, String> fields = in.map(JsonIn::text);
        return new Network.Member(
                fields.getOrDefault("Name", ""),
                fields.getOrDefault("IPv4Address", ""),
                fields.getOrDefault("IPv6Address", ""),
                fields.getOrDefault("MacAddress", ""));
    }
}
