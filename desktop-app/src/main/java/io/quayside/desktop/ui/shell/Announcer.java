package io.quayside.desktop.ui.shell;

/// Says something to people who can't see it happen. FX thread.
@FunctionalInterface
public interface Announcer {
    /// Is spoken by a screen reader when it has a moment: at most one text every two seconds, only the latest counts.
    void announce(String text);
}
