package io.quayside.terminal.fx;

import io.quayside.terminal.emulator.Line;
import io.quayside.terminal.emulator.Modes;
import java.util.List;

/// Everything that a painted row shows. Equal looks need no second painting.
///
/// @param source the emulator's line, compared by identity
/// @param changes its count of changes then
/// @param spans coloured parts: selection, matches, the link under the mouse
record RowLook(Line source, int changes, List<Span> spans, Caret caret, boolean reverseVideo) {
    /// What a part of a row is.
    enum Kind {
        SELECTED,
        MATCH,
        CURRENT_MATCH,
        LINK
    }

    /// Columns from `from` to `to`, both included.
    record Span(Kind kind, int from, int to) {}

    /// @param column -1 when the caret isn't in the row
    /// @param composed text of an input method that isn't sent yet
    record Caret(int column, Modes.Cursor form, boolean focused, String composed) {
        static final Caret NONE = new Caret(-1, Modes.Cursor.BLOCK, false, "");
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RowLook other
                && source == other.source
                && changes == other.changes
                && spans.equals(other.spans)
                && caret.equals(other.caret)
                && reverseVideo == other.reverseVideo;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(source) + changes;
    }
}
