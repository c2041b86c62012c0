package io.quayside.desktop.ui.compose;

import io.quayside.engine.compose.ComposeSource;
import java.util.List;
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

    /// What was typed and isn't saved, of this project and of those before.
    List<Unsaved> unsaved();

    /// @param name of the file or variable; untrusted text
    record Unsaved(String name, ComposeSource source) {}

    void focusMain();
}
