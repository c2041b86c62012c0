package io.quayside.desktop.ui.builds.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.model.BuildCacheEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What would go of a build cache is worked out as BuildKit does it.
class CachePruneTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static BuildCacheEntry entry(
            String id, String type, boolean inUse, boolean shared, long size, Duration ago, String... parents) {
        return new BuildCacheEntry(
                id, List.of(parents), type, id, inUse, shared, size, Optional.empty(), Optional.of(NOW.minus(ago)), 1);
    }

    private final List<BuildCacheEntry> all = List.of(
            entry("base", "regular", false, true, 100, Duration.ofDays(1)),
            entry("old", "regular", false, false, 20, Duration.ofDays(9), "base"),
            entry("fresh", "regular", false, false, 30, Duration.ofHours(1), "old-parent"),
            entry("old-parent", "regular", false, false, 5, Duration.ofDays(8)),
            entry("busy", "regular", true, false, 7, Duration.ofDays(30), "busy-parent"),
            entry("busy-parent", "source.local", false, false, 8, Duration.ofDays(30)),
            entry("frontend", "frontend", false, false, 9, Duration.ofDays(30)));

    private List<String> ids(CachePrune what) {
        return what.of(all, NOW).stream().map(BuildCacheEntry::id).toList();
    }

    @Test
    void whatAStayingOneWasBuiltOnStays() {
        assertEquals(List.of("base", "old", "fresh", "old-parent", "frontend"), ids(CachePrune.ALL));
        assertEquals(List.of("old", "frontend"), ids(CachePrune.OLD));
        assertEquals(List.of("old", "fresh", "old-parent"), ids(CachePrune.LOOSE));
    }

    @Test
    void whatImagesShareTakesNothing() {
        assertEquals(79, CachePrune.size(all));
        assertEquals(64, CachePrune.size(CachePrune.ALL.of(all, NOW)));
    }
}
