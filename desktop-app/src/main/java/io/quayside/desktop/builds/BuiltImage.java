package io.quayside.desktop.builds;

/// What the engine says about the image of a build.
///
/// @param size bytes
/// @param platform such as `linux/arm64`
record BuiltImage(long size, String platform) {}
