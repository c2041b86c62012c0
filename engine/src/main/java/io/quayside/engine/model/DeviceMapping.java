package io.quayside.engine.model;

/// A device of the engine's machine in a container (`Devices`).
///
/// @param pathOnHost its path on the engine's machine
/// @param pathInContainer its path in the container
/// @param cgroupPermissions `rwm` or a part of it
public record DeviceMapping(String pathOnHost, String pathInContainer, String cgroupPermissions) {}
