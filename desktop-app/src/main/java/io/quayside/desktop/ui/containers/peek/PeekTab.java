package io.quayside.desktop.ui.containers.peek;

/// What Peek shows.
public enum PeekTab {
    LOGS,
    STATS,
    INSPECT
}
