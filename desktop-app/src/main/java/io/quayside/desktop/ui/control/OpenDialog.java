package io.quayside.desktop.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks which file to open.
@FunctionalInterface
public interface OpenDialog {
    /// Which, or empty if the user thought better of it. FX thread.
    Optional<Path> ask(Window owner, String title);

    /// The dialog of the desktop.
    static OpenDialog system() {
        return (owner, title) -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(title);
            return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
        };
    }
}
