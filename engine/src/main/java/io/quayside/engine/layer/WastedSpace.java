package io.quayside.engine.layer;

/// A path whose content lies in layers where nobody sees it, since a later layer changes or removes it.
///
/// @param path the path
/// @param bytes of the content that is hidden
/// @param times how often content of it is hidden
/// @param removed whether it isn't in the image at all
public record WastedSpace(String path, long bytes, int times, boolean removed) {}
