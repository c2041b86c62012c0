package io.quayside.desktop.ui.engine.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DiskPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final DiskUsage USAGE = new DiskUsage(
            1000,
            List.of(
                    image("sha256:used", 400, 100, List.of("web:1")),
                    image("sha256:stopped", 100, 0, List.of("job:1")),
                    image("sha256:free", 300, 100, List.of("old:1", "old:2")),
                    image("sha256:0123456789abcdef", 200, 50, List.of())),
            List.of(
                    container("web", "sha256:used", ContainerState.RUNNING, 7),
                    container("job", "sha256:stopped", ContainerState.EXITED, 30),
                    container("held", "sha256:used", ContainerState.PAUSED, 2)),
            List.of(volume("pgdata", 60, 1), volume("scratch", 40, 0), volume("remote", -1, -1)),
            List.of(cache("old", 9, 500, false), cache("new", 1, 80, false), cache("layer", 9, 25, true)));

    private final DiskPlan plan = DiskPlan.of(USAGE, Optional.empty(), LogSizes.UNKNOWN, NOW);

    private static ImageSummary image(String id, long size, long shared, List<String> tags) {
        return new ImageSummary(
                id, "", tags, List.of(), NOW, size, OptionalLong.of(shared), OptionalLong.empty(), Map.of(), List.of());
    }

    private static ContainerSummary container(String name, String image, ContainerState state, long written) {
        return new ContainerSummary(
                name + "-id",
                List.of(name),
                image,
                image,
                "sh",
                NOW,
                List.of(),
                Map.of(),
                state,
                "",
                List.of(),
                List.of(),
                "bridge",
                OptionalLong.of(written),
                OptionalLong.empty(),
                Optional.empty());
    }

    private static Volume volume(String name, long size, long references) {
        return new Volume(
                name,
                "local",
                "/v",
                Optional.empty(),
                Map.of(),
                "local",
                Map.of(),
                size < 0 ? OptionalLong.empty() : OptionalLong.of(size),
                references < 0 ? OptionalLong.empty() : OptionalLong.of(references));
    }

    private static BuildCacheEntry cache(String id, int days, long size, boolean shared) {
        Instant used = NOW.minus(Duration.ofDays(days));
        return new BuildCacheEntry(
                id, List.of(), "regular", id, false, shared, size, Optional.of(used), Optional.of(used), 1);
    }

    private List<String> goes(Kind kind) {
        return item(kind).parts().stream().map(DiskItem.Part::name).toList();
    }

    private DiskItem item(Kind kind) {
        return plan.items().stream()
                .filter(item -> item.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsInUseOrCanNotBeToldIsNeverOffered() {
        assertEquals(List.of("old", "layer"), goes(Kind.CACHE));
        assertEquals(List.of("0123456789ab"), goes(Kind.UNTAGGED));
        assertEquals(List.of("old:1, old:2"), goes(Kind.IMAGES));
        assertEquals(List.of("job"), goes(Kind.CONTAINERS));
        assertEquals(List.of("scratch"), goes(Kind.VOLUMES));
    }

    @Test
    void sizesAreWhatBecomesFree() {
        assertEquals(500, item(Kind.CACHE).bytes());
        assertEquals(150, item(Kind.UNTAGGED).bytes());
        assertEquals(200, item(Kind.IMAGES).bytes());
        assertEquals(30, item(Kind.CONTAINERS).bytes());
        assertEquals(40, item(Kind.VOLUMES).bytes());
        assertEquals(1000 + 580 + 100 + 39, plan.total());
    }

    @Test
    void dataIsNeverCheckedByItself() {
        assertFalse(Kind.VOLUMES.isUsual());
        assertEquals("scratch. Deletes data for good", item(Kind.VOLUMES).consequence());
        assertEquals(
                "1 image made here, can’t be pulled again", item(Kind.IMAGES).consequence());
    }
}
