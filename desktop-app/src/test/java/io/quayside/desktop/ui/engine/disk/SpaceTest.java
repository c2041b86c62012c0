package io.quayside.desktop.ui.engine.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Volume;
import io.quayside.vm.model.ContainerLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// That what takes space sums up to the byte, whatever the engine says.
class SpaceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static ImageSummary image(String id, long size, OptionalLong shared, List<String> tags) {
        return new ImageSummary(id, "", tags, List.of(), NOW, size, shared, OptionalLong.empty(), Map.of(), List.of());
    }

    private static ContainerSummary container(String name, OptionalLong written) {
        return new ContainerSummary(
                name + "-id",
                List.of(name),
                "web:1",
                "sha256:none",
                "sh",
                NOW,
                List.of(),
                Map.of(),
                ContainerState.EXITED,
                "",
                List.of(),
                List.of(),
                "bridge",
                written,
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

    private static BuildCacheEntry cache(String id, long size, boolean shared) {
        Instant used = NOW.minus(Duration.ofDays(9));
        return new BuildCacheEntry(
                id, List.of(), "regular", id, false, shared, size, Optional.of(used), Optional.of(used), 1);
    }

    private static Space space(DiskUsage usage, Optional<Use> machine) {
        return space(usage, machine, LogSizes.UNKNOWN);
    }

    private static Space space(DiskUsage usage, Optional<Use> machine, LogSizes logs) {
        return Space.of(usage, DiskPlan.of(usage, machine, logs, NOW), machine, logs, NOW);
    }

    private static void sumsUp(DiskUsage usage, Optional<Use> machine, LogSizes logs) {
        Space space = space(usage, machine, logs);
        long bar = space.bar().stream().mapToLong(SpaceBar.Part::bytes).sum();
        long rows = space.kinds().stream().mapToLong(SpaceRow::bytes).sum();
        assertEquals(space.inEngine(), bar, "the bar");
        assertEquals(bar + space.held(), rows, "the kinds");
        for (SpaceRow kind : space.kinds()) {
            assertTrue(kind.bytes() >= 0, () -> kind.name() + " is less than nothing");
            if (!kind.parts().isEmpty()) {
                assertEquals(kind.bytes(), sum(kind.parts()), kind.name());
                assertEquals(kind.bytes(), sum(SpaceRow.folded(kind.kind(), kind.parts(), 4)), "folded " + kind.name());
            }
        }
        assertEquals(rows, sum(space.largest()), "the largest");
        assertEquals(rows, sum(SpaceRow.folded(SpaceKind.SEVERAL, space.largest(), 14)), "the largest, folded");
        machine.filter(use -> use.used() >= space.inEngine() || use.used() >= bar)
                .ifPresent(use -> assertEquals(Math.max(use.onHost(), use.used()), rows, "the file"));
    }

    private static long sum(List<SpaceRow> rows) {
        return rows.stream().mapToLong(SpaceRow::bytes).sum();
    }

    @Test
    void rowsSumToTheBarWithAwkwardNumbers() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            List<ImageSummary> images = new ArrayList<>();
            List<ContainerSummary> containers = new ArrayList<>();
            List<Volume> volumes = new ArrayList<>();
            List<BuildCacheEntry> cache = new ArrayList<>();
            List<ContainerLog> logs = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                long size = awkward(random);
                OptionalLong shared = random.nextInt(5) == 0
                        ? OptionalLong.empty()
                        : OptionalLong.of(random.nextInt(3) == 0 ? 0 : Math.abs(awkward(random)));
                images.add(image("sha256:i" + i, size, shared, random.nextBoolean() ? List.of() : List.of("i:" + i)));
            }
            for (int i = random.nextInt(9); i > 0; i--) {
                containers.add(container(
                        "c" + i, random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(awkward(random))));
                volumes.add(volume("v" + i, random.nextInt(4) == 0 ? -1 : awkward(random), random.nextInt(3) - 1));
                logs.add(new ContainerLog("c" + i + "-id", awkward(random), random.nextBoolean()));
                cache.add(cache("b" + i, awkward(random), random.nextBoolean()));
            }
            DiskUsage usage = new DiskUsage(awkward(random), images, containers, volumes, cache);
            sumsUp(usage, Optional.empty(), LogSizes.UNKNOWN);
            sumsUp(
                    usage,
                    Optional.of(new Use("vm", 64_000_000_000L, awkward(random), awkward(random), awkward(random))),
                    random.nextBoolean() ? LogSizes.UNKNOWN : LogSizes.of(logs));
        }
    }

    /// From nothing to some gigabytes, hardly ever round.
    private static long awkward(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> 0;
            case 1 -> random.nextInt(3);
            case 2 -> 999_499 + random.nextInt(3);
            default -> random.nextLong(7_000_000_001L);
        };
    }

    @Test
    void whatImagesShareIsCountedOnceAndWhatHasNoFigureIsSaid() {
        DiskUsage usage = new DiskUsage(
                1_000,
                List.of(
                        image("sha256:a", 700, OptionalLong.of(300), List.of("web:1", "web:2")),
                        image("sha256:b", 500, OptionalLong.of(300), List.of())),
                List.of(container("job", OptionalLong.empty())),
                List.of(volume("remote", -1, 0)),
                List.of());
        Space space = space(usage, Optional.empty());
        SpaceRow images = space.kinds().getFirst();
        assertEquals(
                List.of(
                        "web 1, +1: 400 shared 300",
                        "b untagged: 200 shared 300",
                        "Shared layers of 2 images, counted once: 400 shared 400"),
                images.parts().stream()
                        .map(row -> row.name() + " " + row.detail() + ": " + row.bytes() + " shared "
                                + row.shared().orElse(0))
                        .toList());
        assertEquals(OptionalLong.of(600), images.canGo());
        SpaceRow remote = space.kinds().get(2).parts().getFirst();
        assertEquals(OptionalLong.empty(), remote.size());
        assertEquals("no container uses it, the engine gives no size", remote.detail());
        assertEquals(
                "the engine gives no size",
                space.kinds().get(3).parts().getFirst().detail());
    }

    @Test
    void logsOverFiftyMegabytesAreCutUnlessTheirContainersRun() {
        DiskUsage usage =
                new DiskUsage(0, List.of(), List.of(container("job", OptionalLong.of(5))), List.of(), List.of());
        LogSizes logs = LogSizes.of(List.of(
                new ContainerLog("api-id", 90_000_000, true),
                new ContainerLog("job-id", 60_000_000, false),
                new ContainerLog("small-id", 50_000_000, false)));
        Optional<Use> machine = Optional.of(new Use("vm", 900_000_000, 300_000_000, 300_000_000, 0));
        DiskPlan plan = DiskPlan.of(usage, machine, logs, NOW);
        DiskItem item = plan.item(DiskItem.Kind.LOGS).orElseThrow();
        assertEquals(List.of(new DiskItem.Part("job-id", "job", 50_000_000)), item.parts());
        assertEquals("job. Keeps the last 10 MB of each. 1 of running containers stays", item.consequence());
        assertEquals(false, DiskItem.Kind.LOGS.isUsual());
        Space space = space(usage, machine, logs);
        SpaceRow row = space.kinds().stream()
                .filter(kind -> kind.kind() == SpaceKind.LOGS)
                .findFirst()
                .orElseThrow();
        assertEquals(200_000_000, row.bytes());
        assertEquals(OptionalLong.of(50_000_000), row.canGo());
        assertEquals(200_000_005, space.bar().get(3).bytes(), "with the containers in the bar");
    }

    @Test
    void listsThatComeToMoreThanTheDiskHasAreNotExplainedAway() {
        DiskUsage usage = new DiskUsage(3_000_000, List.of(), List.of(), List.of(), List.of());
        Space space = space(usage, Optional.of(new Use("vm", 9_000_000, 1_000_000, 1_500_000, 0)));
        assertEquals(
                Optional.of("The engine’s lists come to 2 MB more than the disk has in use: some of it is stored once"
                        + " for several."),
                space.note());
    }
}
