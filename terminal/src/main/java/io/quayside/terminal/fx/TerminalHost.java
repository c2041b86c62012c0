package io.quayside.terminal.fx;

/// What a terminal view leaves to the app. FX thread.
public interface TerminalHost {
    /// The user wants to paste. The app may ask first, then calls [TerminalView#paste].
    void pasteRequested(String text);

    /// The user followed a web link.
    void openLink(String address);

    /// The user wants to find something.
    void findRequested();

    /// Another part of the view has the focus.
    default void focused() {}

    /// Whether nothing may move that doesn't have to: the caret doesn't blink then.
    default boolean isStill() {
        return false;
    }
}
