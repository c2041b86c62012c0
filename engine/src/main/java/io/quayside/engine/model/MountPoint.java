package io.quayside.engine.model;

/// Something mounted in a container, as lists and inspect show it.
///
/// @param type `bind`, `volume`, `tmpfs`, `npipe`, `cluster` or `image`
/// @param name the volume's name, else empty
/// @param source the path on the engine's machine, empty for tmpfs
/// @param destination the path in the container
/// @param driver the volume's driver, else empty
/// @param mode extra options, such as `z`
/// @param writable whether the container may write
/// @param propagation how mounts below it spread, such as `rprivate`
public record MountPoint(
        String type,
        String name,
        String source,
        String destination,
        String driver,
        String mode,
        boolean writable,
        String propagation) {}
