package io.quayside.desktop.ui.control;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/// Asks which folder of this computer.
@FunctionalInterface
public interface FolderChooser {
    /// Which, or empty if the user thought better of it. FX thread.
    Optional<Path> ask(Window owner, String title);

    /// The dialog of the desktop.
    static FolderChooser system() {
        return (owner, title) -> {
            DirectoryChooser dialog = new DirectoryChooser();
            dialog.setTitle(title);
            return Optional.ofNullable(dialog.showDialog(owner)).map(File::toPath);
        };
    }
}
