package io.quayside.desktop.ui.networks.picture;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.networks.list.NetworkLine;
import io.quayside.desktop.ui.networks.list.NetworkMember;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.PortMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the picture shows: each running container once, at its left the ports that lead to it, at its right the
/// networks it is in. With many containers only those of the selected network are there.
///
/// @param note what is left out
record Picture(List<Box> containers, List<Net> networks, List<Edge> edges, String note) {
    /// With more of them there are only those of the selected network.
    static final int MANY = 12;

    private static final int MOST = 40;
    private static final int NAMED = 3;

    /// A container.
    ///
    /// @param ports those of the engine's machine that lead to it, "8080, 8081", or nothing
    /// @param goesTo "to 5432" if one port leads to another number in the container, else nothing
    /// @param selected whether it is in the selected network
    record Box(
            String id,
            String name,
            String addresses,
            String ports,
            String goesTo,
            StateGlyph glyph,
            boolean selected) {}

    /// A network.
    record Net(String id, String name, String range, boolean selected) {}

    /// A container is in a network.
    record Edge(String container, String network, boolean selected) {}

    /// @param lines all networks in the order of the list
    /// @param selected the id of the selected one
    static Picture of(List<NetworkLine> lines, Optional<String> selected) {
        Map<String, NetworkMember> all = new LinkedHashMap<>();
        lines.forEach(line -> line.running().forEach(member -> all.putIfAbsent(member.id(), member)));
        boolean many = all.size() > MANY;
        Optional<NetworkLine> chosen = selected.flatMap(id ->
                        lines.stream().filter(line -> line.id().equals(id)).findFirst())
                .or(() -> many ? lines.stream().findFirst() : Optional.empty());
        List<NetworkMember> shown =
                many ? chosen.map(NetworkLine::running).orElse(List.of()) : List.copyOf(all.values());
        int more = Math.max(0, shown.size() - MOST);
        Set<String> ids =
                shown.stream().limit(MOST).map(NetworkMember::id).collect(Collectors.toCollection(LinkedHashSet::new));
        String chosenId = chosen.map(NetworkLine::id).orElse("");
        List<Net> networks = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        Set<String> members = new LinkedHashSet<>();
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        List<String> empty = new ArrayList<>();
        for (NetworkLine line : lines) {
            boolean isChosen = line.id().equals(chosenId);
            List<NetworkMember> here = line.running().stream()
                    .filter(member -> ids.contains(member.id()))
                    .toList();
            if (here.isEmpty() && !isChosen) {
                if (line.running().isEmpty()) {
                    empty.add(line.name());
                }
                continue;
            }
            networks.add(new Net(line.id(), line.name(), range(line), isChosen));
            for (NetworkMember member : here) {
                edges.add(new Edge(member.id(), line.id(), isChosen));
                addresses
                        .computeIfAbsent(member.id(), ignored -> new ArrayList<>())
                        .addAll(member.addresses());
                if (isChosen) {
                    members.add(member.id());
                }
            }
        }
        List<Box> boxes = shown.stream()
                .limit(MOST)
                .map(member -> box(member, addresses.getOrDefault(member.id(), List.of()), members))
                .toList();
        return new Picture(boxes, List.copyOf(networks), List.copyOf(edges), note(many, more, empty));
    }

    private static Box box(NetworkMember member, List<String> addresses, Set<String> selected) {
        String ports = member.container().ports().stream()
                .filter(PortMapping::isPublished)
                .map(PortMapping::publicPort)
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return new Box(
                member.id(),
                member.name(),
                addresses.isEmpty() ? "no address of its own" : String.join(", ", addresses),
                ports,
                goesTo(member),
                member.status().glyph(),
                selected.contains(member.id()));
    }

    private static String goesTo(NetworkMember member) {
        List<PortMapping> pairs = member.container().ports().stream()
                .filter(PortMapping::isPublished)
                .toList();
        // One port is there twice when it is published by IPv4 and by IPv6.
        boolean one = pairs.stream()
                        .map(pair -> pair.publicPort() + ":" + pair.privatePort())
                        .distinct()
                        .count()
                == 1;
        return one && pairs.getFirst().publicPort() != pairs.getFirst().privatePort()
                ? "to " + pairs.getFirst().privatePort()
                : "";
    }

    private static String range(NetworkLine line) {
        return line.network().subnets().stream()
                .findFirst()
                .map(Picture::range)
                .orElse(line.driver() + ", no addresses");
    }

    private static String range(Network.Subnet subnet) {
        String gateway = subnet.gateway().isEmpty() ? "" : ", gateway " + SafeText.line(subnet.gateway());
        return SafeText.line(subnet.subnet()) + gateway;
    }

    private static String note(boolean many, int more, List<String> empty) {
        if (many) {
            return "The selected network only" + (more > 0 ? ", without " + more + " more of its containers" : "");
        }
        return switch (empty.size()) {
            case 0 -> "";
            case 1 -> empty.getFirst() + " has no running containers";
            case 2, NAMED ->
                String.join(", ", empty.subList(0, empty.size() - 1)) + " and " + empty.getLast()
                        + " have no running containers";
            default -> empty.size() + " networks have no running containers";
        };
    }

    /// All of it in words.
    String sentence() {
        return "Picture of " + containers.size() + " running containers and " + networks.size()
                + " networks. The table below says the same.";
    }
}
