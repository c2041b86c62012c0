package io.quayside.desktop.ui.list;

/// What stands where the list is.
public enum ListState {
    /// Nothing yet: the engine's answer is on its way, and too short a time has passed to say so.
    WAITING,
    /// The first list is read for more than a moment.
    LOADING,
    /// The first list takes long.
    SLOW,
    /// The rows.
    ROWS,
    /// There are no containers.
    EMPTY,
    /// The filter lets none through.
    NO_HITS
}
