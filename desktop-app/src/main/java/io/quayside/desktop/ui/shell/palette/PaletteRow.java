package io.quayside.desktop.ui.shell.palette;

import java.util.Locale;
import java.util.Optional;

/// One line of the palette's list.
public sealed interface PaletteRow {
    /// Above a group: "Containers", "Actions on redis".
    record Heading(String text) implements PaletteRow {}

    /// Something found. Enter runs its first action.
    record Found(PaletteEntry entry, Match match) implements PaletteRow {}

    /// One action on something found.
    record Act(PaletteEntry entry, PaletteAction action) implements PaletteRow {}

    /// "Nothing matches “xyz”."
    record Nothing(PaletteQuery query) implements PaletteRow {
        String words() {
            return query.text().isEmpty()
                    ? "There are no " + query.scope().title().toLowerCase(Locale.ROOT) + "."
                    : "Nothing matches “" + query.text() + "”.";
        }
    }

    default boolean isSelectable() {
        return identity().isPresent();
    }

    /// What stays the same when the list is made anew, so that the selection finds its row again; empty for rows that
    /// can't be selected.
    default Optional<String> identity() {
        return switch (this) {
            case Found found -> Optional.of(found.entry().id());
            case Act act -> Optional.of(act.entry().id() + " " + act.action().title());
            case Heading _, Nothing _ -> Optional.empty();
        };
    }
}
