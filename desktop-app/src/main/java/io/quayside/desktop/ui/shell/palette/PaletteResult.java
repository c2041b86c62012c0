package io.quayside.desktop.ui.shell.palette;

import java.util.List;

/// What a search found, ready to be shown.
///
/// @param groups best first; the first hit of the first group is the top hit
/// @param elsewhere what could be done with the text itself
record PaletteResult(PaletteQuery query, List<Group> groups, List<Hit> elsewhere) {
    PaletteResult {
        groups = List.copyOf(groups);
        elsewhere = List.copyOf(elsewhere);
    }

    /// Hits under one heading.
    record Group(String heading, List<Hit> hits) {
        Group {
            hits = List.copyOf(hits);
        }
    }

    record Hit(PaletteEntry entry, Match match) {}
}
