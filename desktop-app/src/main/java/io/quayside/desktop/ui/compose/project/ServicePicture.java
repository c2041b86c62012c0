package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.compose.picture.ProjectPicture;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.PortMapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The picture of a project as its services stand now.
final class ServicePicture {
    private ServicePicture() {}

    static ProjectPicture of(
            ComposeModel model, List<ServiceLine> lines, MirrorSnapshot snapshot, Optional<ServiceLine> selected) {
        Map<String, ProjectPicture.Stand> stands = new HashMap<>();
        Map<String, List<String>> ports = new HashMap<>();
        for (ServiceLine line : lines) {
            Optional<ComposeService> service = model.service(line.service());
            String detail = line.on()
                    ? line.origin()
                    : "profile: "
                            + service.map(known -> String.join(", ", new TreeSet<>(known.profiles())))
                                    .orElse("");
            stands.put(line.service(), new ProjectPicture.Stand(line.glyph(), detail, line.on()));
            ports.put(line.service(), ports(line, service));
        }
        return ProjectPicture.of(model, stands, ports, selected.map(ServiceLine::service), note(model, snapshot));
    }

    /// Those that are open; while it isn't up, those that will be.
    private static List<String> ports(ServiceLine line, Optional<ComposeService> service) {
        List<String> open = line.published().stream()
                .map(PortMapping::publicPort)
                .distinct()
                .map(String::valueOf)
                .toList();
        return open.isEmpty()
                ? service.map(ComposeService::ports).orElse(List.of()).stream()
                        .map(ServiceLine::host)
                        .toList()
                : open;
    }

    /// "All on view-count_default, 172.21.0.0/16", or how many networks there are.
    private static String note(ComposeModel model, MirrorSnapshot snapshot) {
        Set<String> used = model.services().stream()
                .flatMap(service -> service.networks().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean same =
                model.services().stream().allMatch(service -> service.networks().equals(used));
        List<String> names = used.stream()
                .map(network -> network(model.networks().getOrDefault(network, network), snapshot))
                .toList();
        return switch (names.size()) {
            case 0 -> "";
            case 1 -> (same ? "All on " : "On ") + names.getFirst();
            default -> names.size() + " networks: " + String.join("; ", names);
        };
    }

    private static String network(String name, MirrorSnapshot snapshot) {
        String ranges = snapshot.networks().stream()
                .flatMap(List::stream)
                .filter(network -> network.name().equals(name))
                .map(Network::subnets)
                .flatMap(List::stream)
                .map(subnet -> subnet.subnet())
                .collect(Collectors.joining(", "));
        return SafeText.line(name) + (ranges.isEmpty() ? "" : ", " + ranges);
    }
}
