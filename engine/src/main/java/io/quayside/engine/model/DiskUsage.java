package io.quayside.engine.model;

import java.util.List;

/// What takes space on an engine's disk (`GET /system/df`).
///
/// @param layersSize bytes of all image layers, each counted once
/// @param images the images with their shared sizes
/// @param containers the containers with the sizes of their layers
/// @param volumes the volumes with their sizes
/// @param buildCache the build cache
public record DiskUsage(
        long layersSize,
        List<ImageSummary> images,
        List<ContainerSummary> containers,
        List<Volume> volumes,
        List<BuildCacheEntry> buildCache) {}
