package io.quayside.desktop.ui.compose;

import io.quayside.engine.compose.ComposeSource;
import java.util.Optional;
import javafx.scene.layout.Region;

/// Something about the files of a project. FX thread.
public interface SourceView {
    /// The node, the same one every time.
    Region node();

    /// It is about this project from now on.
    ///
    /// @param project its name
    void show(ComposeSource source, Optional<String> project);

    /// It is in view: files are read and watched.
    void enter();

    /// It left the view.
    void leave();

    boolean settled();

    void focusMain();
}
