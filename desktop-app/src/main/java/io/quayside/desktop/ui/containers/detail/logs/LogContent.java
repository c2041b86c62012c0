package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.problem.Problem;
import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogLines;
import io.quayside.engine.logs.LogPattern;
import java.io.IOException;
import java.util.Optional;

/// What a view of output shows: that of one container, or of several in one order. FX thread.
interface LogContent {
    /// Whoever shows it.
    interface Host {
        /// There are new lines. Any thread.
        void grown();

        /// Something else is to be painted.
        void changed();

        /// What had a number has one that is by so many higher.
        void moved(long by);

        /// Why there are no lines and won't be any; empty when that is over.
        void notice(Optional<String> words);

        void problem(Optional<Problem> problem);
    }

    /// Brings lines until it is closed.
    void open(Host host);

    void close();

    /// In words, for titles.
    String name();

    /// The lines that there are to be seen now.
    LogLines lines();

    /// Those of them that are wanted; empty for all.
    Optional<LineSet> wanted();

    /// Whether lines have the numbers that they have in all of the output.
    boolean numbered();

    /// Whether lines of several services stand in one order.
    boolean together();

    /// Whose line it is, where that isn't the same for all. Any thread.
    Optional<LogService> service(long line);

    /// The host has heard that there are new lines.
    void take();

    /// The end of a long log isn't enough any more: all is wanted, as far as it was read.
    void wantAll();

    LogSearching search(LogPattern pattern, long from);

    /// Whether lines may still come without the container printing any.
    boolean isReading();

    /// Why no container prints anything now, in a word or two; empty while one may.
    Optional<String> rest();

    /// Tries again after a problem.
    void again();

    /// Everything that is kept, to be read by another thread.
    Everything everything();

    /// Finds all lines; blocks.
    interface Everything {
        LogLines open() throws IOException;
    }
}
