package io.quayside.desktop.ui.shell.palette;

/// One line of the palette's list.
public sealed interface PaletteRow {
    /// Above a group: "Containers", "Actions on redis".
    record Heading(String text) implements PaletteRow {}

    /// Something found. Enter runs its first action.
    record Found(PaletteEntry entry, Match match) implements PaletteRow {}

    /// One action on something found.
    record Act(PaletteEntry entry, PaletteAction action) implements PaletteRow {}

    /// "Nothing matches “xyz”."
    record Nothing(String text) implements PaletteRow {}

    default boolean isSelectable() {
        return this instanceof Found || this instanceof Act;
    }
}
