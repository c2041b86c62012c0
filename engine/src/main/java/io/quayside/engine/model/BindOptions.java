package io.quayside.engine.model;

/// Options of a bind mount (`BindOptions`).
///
/// @param propagation how mounts below it spread, empty for `rprivate`
/// @param nonRecursive without the mounts below it (since API 1.40)
/// @param createMountpoint make the source if it isn't there (since API 1.42)
/// @param readOnlyNonRecursive mounts below it stay writable (since API 1.44)
/// @param readOnlyForceRecursive fail if mounts below it can't be made read-only (since API 1.44)
public record BindOptions(
        String propagation,
        boolean nonRecursive,
        boolean createMountpoint,
        boolean readOnlyNonRecursive,
        boolean readOnlyForceRecursive) {}
