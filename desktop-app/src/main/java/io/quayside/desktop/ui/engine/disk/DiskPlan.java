package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.builds.cache.CachePrune;
import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.desktop.ui.engine.disk.DiskItem.Part;
import io.quayside.desktop.ui.engine.disk.EngineDisk.Use;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// What takes space on an engine's disk, by kind, and what of it can go without touching anything that runs.
///
/// @param images bytes of all layers, each once
/// @param cache bytes of build cache that aren't layers of images
/// @param containers bytes that containers have written
record DiskPlan(long images, long cache, long volumes, long containers, List<DiskItem> items) {
    private static final Set<ContainerState> STOPPED =
            Set.of(ContainerState.EXITED, ContainerState.CREATED, ContainerState.DEAD);
    private static final int SHORT_ID = 12;

    DiskPlan {
        items = List.copyOf(items);
    }

    /// @param machine of the engine, if it is in one
    static DiskPlan of(DiskUsage usage, Optional<Use> machine, LogSizes logs, Instant now) {
        List<DiskItem> items =
                new ArrayList<>(List.of(cache(usage, now), images(usage, true), images(usage, false), stopped(usage)));
        machine.map(DiskPlan::blocks).ifPresent(items::add);
        logs.all().ifPresent(ignored -> items.add(logs(usage, logs)));
        items.add(volumes(usage));
        return new DiskPlan(
                layers(usage),
                CachePrune.size(usage.buildCache()),
                usage.volumes().stream().mapToLong(DiskPlan::size).sum(),
                usage.containers().stream()
                        .mapToLong(container -> container.sizeRw().orElse(0))
                        .sum(),
                items);
    }

    /// All of it.
    long total() {
        return images + cache + volumes + containers;
    }

    Optional<DiskItem> item(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).findFirst();
    }

    /// Every layer once. Engines that count some of them elsewhere say less than their images have.
    private static long layers(DiskUsage usage) {
        return Math.max(
                usage.layersSize(),
                usage.images().stream().mapToLong(image -> own(image).orElse(0)).sum());
    }

    /// What no other image has; empty if the engine doesn't tell.
    static OptionalLong own(ImageSummary image) {
        return image.sharedSize().isPresent()
                ? OptionalLong.of(Math.max(0, image.size() - image.sharedSize().getAsLong()))
                : OptionalLong.empty();
    }

    static boolean isStopped(ContainerSummary container) {
        return STOPPED.contains(container.state());
    }

    private static DiskItem cache(DiskUsage usage, Instant now) {
        List<BuildCacheEntry> old = CachePrune.OLD.of(usage.buildCache(), now);
        List<Part> parts = old.stream()
                .map(entry ->
                        new Part(entry.id(), SafeText.line(entry.description()), entry.shared() ? 0 : entry.size()))
                .toList();
        return item(
                Kind.CACHE,
                "Build cache not used for 7 days",
                parts.isEmpty() ? "None" : count(parts.size(), "record") + ". The next builds take longer once",
                parts);
    }

    /// Only what no other image has becomes free when it goes.
    private static DiskItem images(DiskUsage usage, boolean untagged) {
        Set<String> used =
                usage.containers().stream().map(ContainerSummary::imageId).collect(Collectors.toSet());
        List<ImageSummary> unused = usage.images().stream()
                .filter(image -> image.isUntagged() == untagged && !used.contains(image.id()))
                .toList();
        List<Part> parts = unused.stream()
                .map(image -> new Part(
                        image.id(),
                        untagged ? shortId(image.id()) : SafeText.line(String.join(", ", image.tags())),
                        own(image).orElse(0)))
                .toList();
        boolean more = unused.stream().anyMatch(image -> image.sharedSize().orElse(1) > 0);
        if (untagged) {
            String words =
                    parts.isEmpty() ? "None" : count(parts.size(), "image") + " left over from building or pulling";
            return item(Kind.UNTAGGED, "Untagged images", words, parts, more);
        }
        long local = unused.stream().filter(image -> image.digests().isEmpty()).count();
        String made = local == 0
                ? ", can be pulled again"
                : local == parts.size() ? " made here, can’t be pulled again" : ", " + local + " made here";
        String words = parts.isEmpty() ? "None" : count(parts.size(), "image") + made;
        return item(Kind.IMAGES, "Other images no container uses", words, parts, more);
    }

    private static DiskItem stopped(DiskUsage usage) {
        List<Part> parts = usage.containers().stream()
                .filter(DiskPlan::isStopped)
                .map(container -> new Part(
                        container.id(),
                        SafeText.line(container.name()),
                        container.sizeRw().orElse(0)))
                .toList();
        return item(Kind.CONTAINERS, "Stopped containers", names(parts), parts);
    }

    /// While the machine runs.
    private static DiskItem blocks(Use use) {
        return item(
                Kind.BLOCKS,
                "Return free blocks to this computer",
                "Compacts the disk file while the VM runs",
                List.of(new Part(use.machine(), "Held by the disk file of " + use.machine(), use.held())));
    }

    private static DiskItem logs(DiskUsage usage, LogSizes logs) {
        List<Part> parts = logs.large().stream()
                .map(log -> new Part(log.container(), nameOf(usage, log.container()), log.bytes() - LogSizes.KEPT))
                .toList();
        long running = logs.largeInUse();
        String stay =
                running == 0 ? "" : ". " + running + " of running containers " + (running == 1 ? "stays" : "stay");
        String words = parts.isEmpty() ? "None" : names(parts) + ". Keeps the last 10 MB of each";
        return item(Kind.LOGS, "Container logs over 50 MB", words + stay, parts);
    }

    /// The container's name, or the start of the id of one that isn't listed.
    static String nameOf(DiskUsage usage, String id) {
        return usage.containers().stream()
                .filter(container -> container.id().equals(id))
                .map(container -> SafeText.line(container.name()))
                .findFirst()
                .orElse(shortId(id));
    }

    private static DiskItem volumes(DiskUsage usage) {
        List<Part> parts = usage.volumes().stream()
                .filter(volume -> volume.references().orElse(1) == 0)
                .map(volume -> new Part(volume.name(), name(volume), size(volume)))
                .toList();
        boolean told = usage.volumes().stream()
                .filter(volume -> volume.references().orElse(1) == 0)
                .allMatch(volume -> volume.size().orElse(-1) >= 0);
        String words = parts.isEmpty()
                ? "None"
                : names(parts) + ". Deletes data for good" + (told ? "" : ". Not all sizes are known");
        return item(Kind.VOLUMES, "Volumes no container uses", words, parts);
    }

    private static DiskItem item(Kind kind, String title, String words, List<Part> parts) {
        return item(kind, title, words, parts, false);
    }

    private static DiskItem item(Kind kind, String title, String words, List<Part> parts, boolean more) {
        List<Part> sorted = parts.stream()
                .sorted(Comparator.comparingLong(Part::bytes).reversed().thenComparing(Part::name))
                .toList();
        long sum = sorted.stream().mapToLong(Part::bytes).sum();
        return new DiskItem(kind, title, words, sum, sorted, more);
    }

    private static String names(List<Part> parts) {
        if (parts.isEmpty()) {
            return "None";
        }
        String first = parts.stream().limit(3).map(Part::name).collect(Collectors.joining(", "));
        return parts.size() > 3 ? first + " and " + (parts.size() - 3) + " more" : first;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static long size(Volume volume) {
        return Math.max(0, volume.size().orElse(0));
    }

    static String name(Volume volume) {
        String name = SafeText.line(volume.name());
        return volume.isAnonymous() ? name.substring(0, Math.min(SHORT_ID, name.length())) : name;
    }

    static String shortId(String id) {
        String hex = id.startsWith("sha256:") ? id.substring(7) : id;
        return SafeText.line(hex.substring(0, Math.min(SHORT_ID, hex.length())));
    }
}
