package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.images.row.ImageName;
import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// The engine's lists as rows of what takes space.
final class SpaceRows {
    private static final Comparator<SpaceRow> LARGEST =
            Comparator.comparingLong(SpaceRow::bytes).reversed().thenComparing(SpaceRow::name);

    private static final int LONGEST = 40;

    private final DiskUsage usage;
    private final DiskPlan plan;
    private final Instant now;
    private final Map<String, Long> goes = new HashMap<>();

    SpaceRows(DiskUsage usage, DiskPlan plan, Instant now) {
        this.usage = usage;
        this.plan = plan;
        this.now = now;
        plan.items().stream()
                .filter(item -> item.kind() != DiskItem.Kind.LOGS)
                .forEach(item -> item.parts().forEach(part -> goes.put(part.key(), part.bytes())));
    }

    List<SpaceRow> kinds() {
        return List.of(images(), cache(), volumes(), containers());
    }

    /// Every image with what it alone has, and once what images share.
    private SpaceRow images() {
        List<SpaceRow> rows = new ArrayList<>(
                usage.images().stream().map(this::image).sorted(LARGEST).toList());
        long rest = plan.images() - rows.stream().mapToLong(SpaceRow::bytes).sum();
        long sharing = usage.images().stream()
                .filter(image -> image.sharedSize().orElse(0) > 0)
                .count();
        boolean told =
                usage.images().stream().allMatch(image -> image.sharedSize().isPresent());
        OptionalLong shared = told && sharing > 0 && rest > 0 ? OptionalLong.of(rest) : OptionalLong.empty();
        if (rest > 0) {
            rows.add(new SpaceRow(
                    SpaceKind.IMAGES,
                    SpaceRow.SHARED,
                    shared.isPresent() ? "Shared layers" : "Other layers",
                    shared.isPresent()
                            ? "of " + sharing + " images, counted once"
                            : told ? "of no image in the list" : "the engine doesn’t say of which image",
                    OptionalLong.of(rest),
                    shared,
                    OptionalLong.empty(),
                    List.of()));
        }
        return group(
                SpaceKind.IMAGES,
                Integer.toString(usage.images().size()),
                OptionalLong.of(plan.images()),
                shared,
                rows);
    }

    private SpaceRow image(ImageSummary image) {
        boolean named = !image.tags().isEmpty();
        ImageName name = named
                ? ImageName.tagged(image.tags().getFirst())
                : ImageName.of(image).getFirst();
        String also = image.tags().size() > 1 ? ", +" + (image.tags().size() - 1) : "";
        return new SpaceRow(
                SpaceKind.IMAGES,
                image.id(),
                SafeText.line(named ? ImageNames.shorten(name.repository(), LONGEST) : DiskPlan.shortId(image.id())),
                SafeText.line(named ? name.tag() + also : "untagged"),
                DiskPlan.own(image),
                positive(image.sharedSize().orElse(0)),
                canGo(image.id()),
                List.of());
    }

    /// What is part of an image is counted there.
    private SpaceRow cache() {
        List<SpaceRow> rows =
                usage.buildCache().stream().map(this::record).sorted(LARGEST).toList();
        int count = usage.buildCache().size();
        return group(
                SpaceKind.CACHE,
                count == 0 ? "none" : count == 1 ? "1 record" : count + " records",
                OptionalLong.of(plan.cache()),
                SpaceRow.sum(rows.stream().map(SpaceRow::shared).toList()),
                rows);
    }

    private SpaceRow record(BuildCacheEntry entry) {
        String description = SafeText.line(entry.description());
        String used = entry.lastUsed()
                .or(entry::created)
                .map(at -> "used " + Times.age(Duration.between(at, now)) + " ago")
                .orElse("");
        return new SpaceRow(
                SpaceKind.CACHE,
                entry.id(),
                description.isEmpty() ? DiskPlan.shortId(entry.id()) : description,
                entry.inUse() ? "in use" : used,
                OptionalLong.of(entry.shared() ? 0 : entry.size()),
                positive(entry.shared() ? entry.size() : 0),
                canGo(entry.id()),
                List.of());
    }

    private SpaceRow volumes() {
        List<SpaceRow> rows =
                usage.volumes().stream().map(this::volume).sorted(LARGEST).toList();
        int count = usage.volumes().size();
        long unused = usage.volumes().stream()
                .filter(volume -> volume.references().orElse(1) == 0)
                .count();
        return group(
                SpaceKind.VOLUMES,
                count == 0 ? "none" : unused == 0 ? Integer.toString(count) : count + ", " + unused + " not used",
                OptionalLong.of(plan.volumes()),
                OptionalLong.empty(),
                rows);
    }

    private SpaceRow volume(Volume volume) {
        boolean measured = volume.size().orElse(-1) >= 0;
        String users = usage.containers().stream()
                .filter(container -> container.mounts().stream()
                        .anyMatch(mount -> mount.name().equals(volume.name())))
                .map(container -> SafeText.line(container.name()))
                .collect(Collectors.joining(", "));
        String use = volume.references().orElse(1) == 0 ? "no container uses it" : users;
        return new SpaceRow(
                SpaceKind.VOLUMES,
                volume.name(),
                DiskPlan.name(volume),
                measured ? use : use + (use.isEmpty() ? "" : ", ") + "the engine gives no size",
                measured ? volume.size() : OptionalLong.empty(),
                OptionalLong.empty(),
                measured ? canGo(volume.name()) : OptionalLong.empty(),
                List.of());
    }

    private SpaceRow containers() {
        List<SpaceRow> rows =
                usage.containers().stream().map(this::container).sorted(LARGEST).toList();
        int count = usage.containers().size();
        return group(
                SpaceKind.CONTAINERS,
                count == 0 ? "none" : count + ", their own files",
                OptionalLong.of(plan.containers()),
                OptionalLong.empty(),
                rows);
    }

    static SpaceRow logs(DiskUsage usage, DiskPlan plan, LogSizes logs) {
        Map<String, Long> goes = new HashMap<>();
        plan.item(DiskItem.Kind.LOGS)
                .ifPresent(item -> item.parts().forEach(part -> goes.put(part.key(), part.bytes())));
        List<SpaceRow> rows = logs.all().stream()
                .flatMap(List::stream)
                .map(log -> new SpaceRow(
                        SpaceKind.LOGS,
                        log.container(),
                        DiskPlan.nameOf(usage, log.container()),
                        log.inUse() ? "runs, its log can’t be cut now" : "stopped",
                        OptionalLong.of(log.bytes()),
                        OptionalLong.empty(),
                        positive(goes.getOrDefault(log.container(), 0L)),
                        List.of()))
                .sorted(LARGEST)
                .toList();
        long large = logs.large().size() + logs.largeInUse();
        String detail = large == 0 ? "none over 50 MB" : large + " over 50 MB";
        return group(SpaceKind.LOGS, detail, OptionalLong.of(logs.bytes()), OptionalLong.empty(), rows);
    }

    private SpaceRow container(ContainerSummary container) {
        return new SpaceRow(
                SpaceKind.CONTAINERS,
                container.id(),
                SafeText.line(container.name()),
                container.sizeRw().isPresent()
                        ? DiskPlan.isStopped(container) ? "stopped" : "in use"
                        : "the engine gives no size",
                container.sizeRw(),
                OptionalLong.empty(),
                canGo(container.id()),
                List.of());
    }

    private OptionalLong canGo(String key) {
        return positive(goes.getOrDefault(key, 0L));
    }

    private static OptionalLong positive(long bytes) {
        return bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty();
    }

    private static SpaceRow group(
            SpaceKind kind, String detail, OptionalLong size, OptionalLong shared, List<SpaceRow> rows) {
        OptionalLong canGo = SpaceRow.sum(rows.stream().map(SpaceRow::canGo).toList());
        return new SpaceRow(kind, kind.name(), kind.title(), detail, size, shared, canGo, rows);
    }
}
