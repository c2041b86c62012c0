package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.StoredLine;
import java.util.Optional;

/// The rows that can be scrolled through: all lines, or those that match. FX thread.
interface LogRows {
    long rows();

    /// The number of the line in a row.
    long lineOf(long row);

    /// Whether [#lineOf] is the number that a line has in all of the output.
    boolean numbered();

    /// Whether several services stand in one view, so that lines have their names.
    boolean together();

    /// Whose line it is.
    Optional<LogService> service(long line);

    /// The row of a line, or of the next one that has a row.
    long rowOf(long line);

    /// The line of a row; empty when it was dropped meanwhile.
    ///
    /// @param most bytes of it that are wanted
    Optional<StoredLine> read(long row, int most);

    /// What is marked in the text.
    Optional<LogPattern> pattern();

    /// The line of the current match, or -1.
    long hit();

    /// Which match of that line, counted from 0.
    int hitPart();
}
