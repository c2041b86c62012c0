package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.shell.palette.PaletteAction;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.PortMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Published ports of running containers.
final class PortHits extends SnapshotSource {
    private final ContainersParts parts;
    private final HitActions actions;

    PortHits(ContainersParts parts, HitActions actions) {
        super(parts.session().mirror(), PaletteScope.PORTS, "Ports");
        this.parts = parts;
        this.actions = actions;
    }

    @Override
    List<PaletteEntry> make(MirrorSnapshot snapshot) {
        List<PaletteEntry> entries = new ArrayList<>();
        entries.add(new PaletteEntry(
                "port-map",
                "Port map",
                "which ports lead where, and who else holds one",
                List.of("host ports"),
                () -> Icons.NETWORKS.node(),
                () -> List.of(actions.go("Open", "Open the port map", Icons.NETWORKS, "networks", "ports"))));
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            if (container.isUp()) {
                ContainerLine line =
                        ContainerLine.of(container, snapshot, parts.clock().instant());
                container.ports().stream()
                        .filter(PortMapping::isPublished)
                        .forEach(port -> entries.add(entry(line, port)));
            }
        }
        return List.copyOf(entries);
    }

    private PaletteEntry entry(ContainerLine line, PortMapping port) {
        String address = "localhost:" + port.publicPort();
        return new PaletteEntry(
                "port:" + port.publicPort() + "/" + port.type(),
                String.valueOf(port.publicPort()),
                line.name() + ", port " + port.privatePort() + " inside",
                List.of(address),
                () -> Icons.MOUNTS.node(),
                () -> actions(line, port, address));
    }

    private List<PaletteAction> actions(ContainerLine line, PortMapping port, String address) {
        List<PaletteAction> all = new ArrayList<>();
        if (port.type().equals("tcp")) {
            all.add(actions.browse("http://" + address));
        }
        all.add(actions.copy(address, address));
        all.addAll(actions.ofContainer(line));
        all.add(actions.go("Port map", "Show the port map", Icons.NETWORKS, "networks", "ports"));
        return List.copyOf(all);
    }
}
