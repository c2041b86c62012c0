package io.quayside.desktop.ui.shell;

import io.quayside.desktop.ui.shell.key.KeyBindings;

/// What the frame offers to the pages and palette sources in it. FX thread.
public interface ShellContext {
    Navigator navigator();

    Announcer announcer();

    Modal modal();

    Commands commands();

    /// Which keys the commands have now, for tooltips and menus.
    KeyBindings keys();
}
