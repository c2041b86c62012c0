package io.quayside.engine.internal.codec;

import io.quayside.engine.model.BuildCacheEntry;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `GET /system/df`, in its form up to API 1.51 and in the one after it, which has an object with totals and items for
/// each kind.
public final class DiskUsageCodec {
    private long layersSize;
    private List<ImageSummary> images = List.of();
    private List<ContainerSummary> containers = List.of();
    private List<Volume> volumes = List.of();
    private List<BuildCacheEntry> buildCache = List.of();

    private DiskUsageCodec() {}

    /// Reads an answer.
    public static DiskUsage read(JsonIn in) {
        DiskUsageCodec usage = new DiskUsageCodec();
        if (in.enterObject()) {
            while (in.nextField()) {
                usage.readField(in);
            }
        }
        return new DiskUsage(usage.layersSize, usage.images, usage.containers, usage.volumes, usage.buildCache);
    }

    private void readField(JsonIn in) {
        switch (in.name()) {
            case "LayersSize" -> layersSize = in.number();
            case "Images" -> images = in.list(ImageCodec::summary);
            case "Containers" -> containers = in.list(ContainerSummaryCodec::read);
            case "Volumes" -> volumes = in.list(VolumeCodec::read);
            case "BuildCache" -> buildCache = in.list(DiskUsageCodec::cacheEntry);
            case "ImageUsage" -> {
                Section<ImageSummary> section = section(in, ImageCodec::summary);
                layersSize = section.totalSize;
                images = section.items;
            }
            case "ContainerUsage" -> containers = section(in, ContainerSummaryCodec::read).items;
            case "VolumeUsage" -> volumes = section(in, VolumeCodec::read).items;
            case "BuildCacheUsage" -> buildCache = section(in, DiskUsageCodec::cacheEntry).items;
            default -> in.skip();
        }
    }

    private record Section<T>(long totalSize, List<T> items) {}

    private static <T> Section<T> section(JsonIn in, JsonIn.Element<T> item) {
        long totalSize = 0;
        List<T> items = List.of();
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "TotalSize" -> totalSize = in.number();
                    case "Items" -> items = in.list(item);
                    default -> in.skip();
                }
            }
        }
        return new Section<>(totalSize, items);
    }

    private static BuildCacheEntry cacheEntry(JsonIn in) {
        String id = "";
        List<String> parents = new ArrayList<>();
        String type = "";
        String description = "";
        boolean inUse = false;
        boolean shared = false;
        long size = 0;
        Optional<Instant> created = Optional.empty();
        Optional<Instant> lastUsed = Optional.empty();
        long usageCount = 0;
        if (in.enterObject()) {
            while (in.nextField()) {
                switch (in.name()) {
                    case "ID" -> id = in.text();
                    case "Parent", "Parents" ->
                        in.texts().stream().filter(text -> !text.isEmpty()).forEach(parents::add);
                    case "Type" -> type = in.pooledText();
                    case "Description" -> description = in.text();
                    case "InUse" -> inUse = in.flag();
                    case "Shared" -> shared = in.flag();
                    case "Size" -> size = in.number();
                    case "CreatedAt" -> created = in.instant();
                    case "LastUsedAt" -> lastUsed = in.instant();
                    case "UsageCount" -> usageCount = in.number();
                    default -> in.skip();
                }
            }
        }
        return new BuildCacheEntry(
                id, List.copyOf(parents), type, description, inUse, shared, size, created, lastUsed, usageCount);
    }
}
