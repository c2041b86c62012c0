package io.quayside.desktop.ui.shell;

/// Something that was typed on a page and isn't saved. It stays while the window is open, whatever page is shown.
///
/// @param name what it would be saved to: "compose.yaml of shop"; as it can be shown
/// @param where it can be seen
public record UnsavedText(String name, Location where) {}
