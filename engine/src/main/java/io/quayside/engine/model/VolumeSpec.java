package io.quayside.engine.model;

import java.util.Map;

/// What a new volume is made from (`POST /volumes/create`).
///
/// @param name its name, or empty for one that the engine makes up
/// @param driver such as `local`
/// @param options the driver's options
/// @param labels its labels
public record VolumeSpec(String name, String driver, Map<String, String> options, Map<String, String> labels) {
    public static final String LOCAL = "local";

    public VolumeSpec {
        options = Ordered.map(options);
        labels = Ordered.map(labels);
    }

    /// A plain one on the engine's own disk.
    public static VolumeSpec named(String name) {
        return new VolumeSpec(name, LOCAL, Map.of(), Map.of());
    }

    /// One as another is, under this name.
    public static VolumeSpec like(Volume volume, String name) {
        return new VolumeSpec(name, volume.driver(), volume.options(), volume.labels());
    }
}
