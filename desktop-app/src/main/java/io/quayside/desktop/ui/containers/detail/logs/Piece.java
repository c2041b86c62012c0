package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.StoredLine;

/// A row of the screen: a line, a part of one that is wrapped, or of what is folded out of it.
///
/// @param row of the line
/// @param text what is painted, from one column up to another
record Piece(long row, StoredLine line, LogText text, int from, int to, Kind kind) {
    enum Kind {
        /// Where a line begins: number, time and stream stand before it.
        START,
        /// What didn't fit into the row above.
        REST,
        /// Of the JSON of the line above; it can't be selected.
        FOLDED_OUT
    }
}
