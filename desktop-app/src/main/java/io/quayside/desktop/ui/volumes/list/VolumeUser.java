package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.theme.StateGlyph;

/// A container with a volume mounted.
///
/// @param name made safe
/// @param up whether it has processes
/// @param status "Running", "Stopped"
/// @param path where it has the volume
public record VolumeUser(String id, String name, boolean up, StateGlyph glyph, String status, String path) {}
