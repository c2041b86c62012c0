package io.quayside.engine.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A volume (`GET /volumes`, `GET /volumes/{name}`).
///
/// @param name its name
/// @param driver such as `local`
/// @param mountpoint where its data is, on the engine's machine
/// @param created when it was made, if the engine says
/// @param labels its labels
/// @param scope `local` or `global`
/// @param options the driver's options
/// @param size bytes, if they were measured (only in [DiskUsage])
/// @param references how many containers use it, if that was counted (only in [DiskUsage])
public record Volume(
        String name,
        String driver,
        String mountpoint,
        Optional<Instant> created,
        Map<String, String> labels,
        String scope,
        Map<String, String> options,
        OptionalLong size,
        OptionalLong references) {

    /// Whether the engine made it for one container, without a name from anybody: it has the label of API 1.42 for
    /// that, or a name as engines make them up, 64 hexadecimal digits.
    public boolean isAnonymous() {
        return labels.containsKey("com.docker.volume.anonymous")
                || (name.length() == 64 && name.chars().allMatch(c -> Character.digit(c, 16) >= 0));
    }
}
