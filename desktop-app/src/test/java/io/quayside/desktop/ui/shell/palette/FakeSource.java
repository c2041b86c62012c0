package io.quayside.desktop.ui.shell.palette;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyph;
import java.util.List;
import java.util.Optional;

/// A source with a fixed list.
public record FakeSource(PaletteScope scope, String group, List<PaletteEntry> entries, boolean pulls)
        implements PaletteSource {
    public FakeSource {
        entries = List.copyOf(entries);
    }

    /// A source whose list is the test's to change.
    public record Changing(List<PaletteEntry> entries) implements PaletteSource {
        @Override
        public PaletteScope scope() {
            return PaletteScope.NETWORKS;
        }

        @Override
        public String group() {
            return "Networks";
        }
    }

    public static FakeSource containers() {
        return new FakeSource(
                PaletteScope.CONTAINERS,
                "Containers",
                List.of(
                        container("redis", "view-count, running 2 h 14 min"),
                        container("web", "view-count, depends on redis"),
                        container("postgres", "shop-api, running 6 h")),
                false);
    }

    public static FakeSource images() {
        return new FakeSource(
                PaletteScope.IMAGES,
                "Images and volumes",
                List.of(entry("image:redis", "redis:7.2-alpine", "41.2 MB, used by 1 container")),
                true);
    }

    public static FakeSource volumes() {
        return new FakeSource(
                PaletteScope.VOLUMES,
                "Images and volumes",
                List.of(entry("volume:redis-data", "view-count_redis-data", "volume, 188 B")),
                false);
    }

    static PaletteEntry container(String name, String detail) {
        return new PaletteEntry(
                "container:" + name,
                name,
                detail,
                List.of("6379"),
                StateGlyph.RUNNING::node,
                () -> List.of(
                        PaletteAction.of("Open logs", "Open the logs of " + name, Icons.LOGS::node, () -> {}),
                        new PaletteAction(
                                "Terminal",
                                "Open a terminal in " + name,
                                "/bin/sh",
                                Icons.TERMINAL::node,
                                Optional.of("tasks.open"),
                                Optional.empty(),
                                () -> {}),
                        PaletteAction.of("Restart", "Restart " + name, Icons.RESTART::node, () -> {}),
                        PaletteAction.of("Stop", "Stop " + name, Icons.STOP::node, () -> {}),
                        PaletteAction.of("Pause", "Pause " + name, Icons.PAUSE::node, () -> {})));
    }

    public static PaletteEntry entry(String id, String title, String detail) {
        return new PaletteEntry(
                id,
                title,
                detail,
                List.of(),
                Icons.IMAGES::node,
                () -> List.of(PaletteAction.of("Open", "Open " + title, Icons.OPEN::node, () -> {})));
    }

    @Override
    public Optional<PaletteEntry> elsewhere(String query) {
        return pulls ? Optional.of(entry("pull", "Pull " + query + " from a registry…", "")) : Optional.empty();
    }
}
