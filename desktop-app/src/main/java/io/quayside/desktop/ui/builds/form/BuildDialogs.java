package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.ui.control.OpenDialog;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/// Asks for what a build is made of.
///
/// @param folder asks which folder
/// @param file asks which Dockerfile
public record BuildDialogs(FolderDialog folder, OpenDialog file) {
    /// Asks which folder.
    @FunctionalInterface
    public interface FolderDialog {
        /// Which, or empty if the user thought better of it. FX thread.
        Optional<Path> ask(Window owner, String title, Optional<Path> start);
    }

    /// The dialogs of the desktop.
    public static BuildDialogs system() {
        return new BuildDialogs(
                (owner, title, start) -> {
                    DirectoryChooser chooser = new DirectoryChooser();
                    chooser.setTitle(title);
                    start.map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
                    return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
                },
                OpenDialog.system());
    }
}
