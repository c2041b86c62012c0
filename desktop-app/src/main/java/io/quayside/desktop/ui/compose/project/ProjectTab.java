package io.quayside.desktop.ui.compose.project;

import javafx.scene.layout.Region;

/// A tab of a project's page. FX thread.
public interface ProjectTab {
    Region node();

    /// It is in view now.
    void enter();

    /// It isn't any more.
    void leave();

    /// Whether it shows all it will show.
    boolean settled();

    void focusMain();

    /// Does what Esc does here; returns whether there was something.
    default boolean escape() {
        return false;
    }
}
