package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.ui.compose.SourceView;
import java.util.List;
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

    /// What was typed here and isn't saved, of this project and of those before.
    default List<SourceView.Unsaved> unsaved() {
        return List.of();
    }

    /// Does what Esc does here; returns whether there was something.
    default boolean escape() {
        return false;
    }
}
