package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.theme.StateGlyphView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Containers by name, service, image and port.
final class ContainerHits extends SnapshotSource {
    private final ContainersParts parts;
    private final HitActions actions;

    ContainerHits(ContainersParts parts, HitActions actions) {
        super(parts.session().mirror(), PaletteScope.CONTAINERS, "Containers");
        this.parts = parts;
        this.actions = actions;
    }

    @Override
    List<PaletteEntry> make(MirrorSnapshot snapshot) {
        return snapshot.containers().orElse(Map.of()).values().stream()
                .map(container -> entry(
                        ContainerLine.of(container, snapshot, parts.clock().instant())))
                .toList();
    }

    private PaletteEntry entry(ContainerLine line) {
        Container container = line.container();
        String state = line.status().word().toLowerCase(Locale.ROOT);
        String detail = container
                .project()
                .map(SafeText::line)
                .map(project -> project + ", " + state)
                .orElse(state);
        List<String> keywords = new ArrayList<>(List.of(line.image(), container.shortId()));
        container.service().map(SafeText::line).ifPresent(keywords::add);
        container.ports().stream()
                .filter(port -> port.isPublished())
                .forEach(port -> keywords.add(String.valueOf(port.publicPort())));
        return new PaletteEntry(
                "container:" + container.name(),
                line.name(),
                detail,
                keywords,
                () -> new StateGlyphView(line.status().glyph()),
                () -> actions.ofContainer(line));
    }
}
