package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.PortMapping;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A port of the engine's machine that a container has, or wants when it is started.
///
/// @param inside the port in the container
/// @param addresses on which it is published
record PortClaim(Container container, PortKey key, int inside, List<String> addresses) {
    private static final String EVERYWHERE = "0.0.0.0";

    PortClaim {
        addresses = List.copyOf(addresses);
    }

    /// Those that a container has now.
    static List<PortClaim> held(Container container) {
        Map<PortKey, PortClaim> all = new LinkedHashMap<>();
        for (PortMapping port : container.ports()) {
            if (port.isPublished()) {
                PortKey key = new PortKey(port.publicPort(), port.type());
                all.merge(
                        key,
                        new PortClaim(container, key, port.privatePort(), List.of(everywhere(port.ip()))),
                        PortClaim::with);
            }
        }
        return List.copyOf(all.values());
    }

    /// Those that a container was created with; none where the engine picks a port at each start.
    static List<PortClaim> wanted(Container container, ContainerDetails details) {
        List<PortClaim> all = new ArrayList<>();
        details.hostConfig().networking().portBindings().forEach((name, bindings) -> {
            String[] parts = name.split("/", 2);
            String protocol = parts.length == 2 ? parts[1] : "tcp";
            if (parts[0].matches("\\d{1,5}")) {
                bindings.forEach(binding -> fixed(binding.hostPort())
                        .forEach(port -> all.add(new PortClaim(
                                container,
                                new PortKey(port, protocol),
                                Integer.parseInt(parts[0]),
                                List.of(everywhere(binding.hostIp()))))));
            }
        });
        return all;
    }

    String name() {
        return SafeText.line(container.name());
    }

    private PortClaim with(PortClaim other) {
        List<String> both = new ArrayList<>(addresses);
        other.addresses.stream().filter(address -> !both.contains(address)).forEach(both::add);
        return new PortClaim(container, key, inside, both);
    }

    /// Whether both can't be published at the same time.
    boolean collides(List<String> others) {
        return addresses.stream().anyMatch(own -> others.stream().anyMatch(other -> collides(own, other)));
    }

    private static boolean collides(String first, String second) {
        return first.equals(second) || isEverywhere(first) || isEverywhere(second);
    }

    static boolean isEverywhere(String address) {
        return address.equals(EVERYWHERE) || address.equals("::") || address.equals("0:0:0:0:0:0:0:0");
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false; // an engine that names something else
        }
    }

    private static String everywhere(String ip) {
        return ip.isEmpty() ? EVERYWHERE : SafeText.line(ip);
    }

    /// The one port that is asked for; none where the engine may choose.
    private static IntStream fixed(String port) {
        return port.matches("\\d{1,5}") && Integer.parseInt(port) > 0
                ? IntStream.of(Integer.parseInt(port))
                : IntStream.empty();
    }
}
