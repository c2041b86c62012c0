package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.LineSet;
import io.quayside.engine.logs.LogPattern;

/// A search under way. FX thread.
interface LogSearching extends AutoCloseable {
    LogPattern pattern();

    /// The lines that match, as they are found.
    LineSet found();

    boolean isRunning();

    /// There may be lines that weren't looked at.
    void more();

    @Override
    void close();
}
