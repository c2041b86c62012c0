package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.builds.cache.CachePrune;
import io.quayside.desktop.ui.engine.disk.DiskItem.Kind;
import io.quayside.desktop.ui.engine.disk.DiskItem.Part;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Volume;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    static DiskPlan of(DiskUsage usage, Instant now) {
        return new DiskPlan(
                usage.layersSize(),
                CachePrune.size(usage.buildCache()),
                usage.volumes().stream().mapToLong(DiskPlan::size).sum(),
                usage.containers().stream()
                        .mapToLong(container -> container.sizeRw().orElse(0))
                        .sum(),
                List.of(cache(usage, now), images(usage, true), images(usage, false), stopped(usage), volumes(usage)));
    }

    /// All of it.
    long total() {
        return images + cache + volumes + containers;
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
                        image.size() - image.sharedSize().orElse(0)))
                .toList();
        if (untagged) {
            String words =
                    parts.isEmpty() ? "None" : count(parts.size(), "image") + " left over from building or pulling";
            return item(Kind.UNTAGGED, "Untagged images", words, parts);
        }
        long local = unused.stream().filter(image -> image.digests().isEmpty()).count();
        String made =
                local == 0 ? ", can be pulled again" : ", " + local + " of them made here, not to be pulled again";
        String words = parts.isEmpty() ? "None" : count(parts.size(), "image") + made;
        return item(Kind.IMAGES, "Other images no container uses", words, parts);
    }

    private static DiskItem stopped(DiskUsage usage) {
        List<Part> parts = usage.containers().stream()
                .filter(container -> STOPPED.contains(container.state()))
                .map(container -> new Part(
                        container.id(),
                        SafeText.line(container.name()),
                        container.sizeRw().orElse(0)))
                .toList();
        return item(Kind.CONTAINERS, "Stopped containers", names(parts), parts);
    }

    private static DiskItem volumes(DiskUsage usage) {
        List<Part> parts = usage.volumes().stream()
                .filter(volume -> volume.references().orElse(1) == 0)
                .map(volume -> new Part(volume.name(), name(volume), size(volume)))
                .toList();
        String words = parts.isEmpty() ? "None" : names(parts) + ". Deletes data for good";
        return item(Kind.VOLUMES, "Volumes no container uses", words, parts);
    }

    private static DiskItem item(Kind kind, String title, String words, List<Part> parts) {
        List<Part> sorted = parts.stream()
                .sorted(Comparator.comparingLong(Part::bytes).reversed().thenComparing(Part::name))
                .toList();
        long sum = sorted.stream().mapToLong(Part::bytes).sum();
        return new DiskItem(kind, title, words, sum, sorted);
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

    private static String name(Volume volume) {
        String name = SafeText.line(volume.name());
        return volume.isAnonymous() ? name.substring(0, Math.min(SHORT_ID, name.length())) : name;
    }

    private static String shortId(String id) {
        String hex = id.startsWith("sha256:") ? id.substring(7) : id;
        return SafeText.line(hex.substring(0, Math.min(SHORT_ID, hex.length())));
    }
}
