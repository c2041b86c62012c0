package io.quayside.engine.model;

/// One step of a load (`POST /images/load`).
///
/// @param layer the layer's short id, empty for lines about the whole
/// @param current bytes unpacked, 0 if unknown
/// @param total bytes to unpack, 0 if unknown
/// @param text the engine's words
/// @param loaded the name, or for an image without one the id, of an image that is there now; else empty
public record LoadProgress(String layer, long current, long total, String text, String loaded) {}
