package io.quayside.desktop.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks where to save something. The system's own dialog asks before it overwrites.
@FunctionalInterface
public interface SaveDialog {
    /// Where, or empty if the user thought better of it. FX thread.
    Optional<Path> ask(Window owner, String title, String fileName);

    /// The dialog of the desktop.
    static SaveDialog system() {
        return (owner, title, fileName) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            chooser.setInitialFileName(fileName);
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        };
    }
}
