package io.quayside.desktop.ui.images.row;

/// A container that was made from an image.
///
/// @param name untrusted text
/// @param up whether it has processes
public record ImageUser(String id, String name, boolean up) {}
