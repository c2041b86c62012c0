package io.quayside.desktop.ui.containers.palette;

import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.palette.PaletteEntry;
import io.quayside.desktop.ui.shell.palette.PaletteScope;
import io.quayside.desktop.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compose projects that have containers.
final class ProjectHits extends SnapshotSource {
    private final ContainersParts parts;
    private final HitActions actions;

    ProjectHits(ContainersParts parts, HitActions actions) {
        super(parts.session().mirror(), PaletteScope.PROJECTS, "Projects");
        this.parts = parts;
        this.actions = actions;
    }

    @Override
    List<PaletteEntry> make(MirrorSnapshot snapshot) {
        Map<String, List<ContainerLine>> projects = new TreeMap<>();
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            container
                    .project()
                    .ifPresent(project -> projects.computeIfAbsent(project, name -> new ArrayList<>())
                            .add(ContainerLine.of(
                                    container, snapshot, parts.clock().instant())));
        }
        return projects.entrySet().stream()
                .map(entry -> entry(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    private PaletteEntry entry(String project, List<ContainerLine> members) {
        long up = members.stream().filter(line -> line.container().isUp()).count();
        String name = SafeText.line(project);
        return new PaletteEntry(
                "project:" + project,
                name,
                up + " of " + members.size() + " running",
                List.of(),
                () -> Icons.COMPOSE.node(),
                () -> actions.ofProject(project, members));
    }
}
