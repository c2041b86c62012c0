package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.Network;
import java.util.List;

/// Networks by name and address range.
final class NetworkHits extends SnapshotSource {
    private final HitActions actions;

    NetworkHits(ContainersParts parts, HitActions actions) {
        super(parts.session().mirror(), PaletteScope.NETWORKS, "Networks");
        this.actions = actions;
    }

    @Override
    List<PaletteEntry> make(MirrorSnapshot snapshot) {
        return snapshot.networks().orElse(List.of()).stream().map(this::entry).toList();
    }

    private PaletteEntry entry(Network network) {
        List<String> ranges =
                network.subnets().stream().map(Network.Subnet::subnet).toList();
        return new PaletteEntry(
                "network:" + network.name(),
                SafeText.line(network.name()),
                SafeText.line(network.driver() + (ranges.isEmpty() ? "" : ", " + ranges.getFirst())),
                ranges,
                () -> Icons.NETWORKS.node(),
                () -> List.of(
                        actions.go(
                                "Open",
                                "Open network " + SafeText.line(network.name()),
                                Icons.NETWORKS,
                                "networks",
                                network.name()),
                        actions.copy("the name", network.name()),
                        actions.copy("the ID", network.id())));
    }
}
