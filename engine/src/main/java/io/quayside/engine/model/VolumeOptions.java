package io.quayside.engine.model;

import java.util.Map;

/// Options of a volume mount (`VolumeOptions`).
///
/// @param noCopy don't fill a new volume with what the image has there
/// @param labels labels of a new volume
/// @param driver driver of a new volume, empty for `local`
/// @param driverOptions the driver's options
/// @param subpath a folder of the volume (since API 1.45)
public record VolumeOptions(
        boolean noCopy, Map<String, String> labels, String driver, Map<String, String> driverOptions, String subpath) {
    public VolumeOptions {
        labels = Ordered.map(labels);
        driverOptions = Ordered.map(driverOptions);
    }
}
