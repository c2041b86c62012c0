package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// Which file of the project is edited; those with changes that aren't saved have a dot. FX thread.
final class FileChoice extends ComboBox<Path> {
    private static final double WIDTH = 220;
    private static final double NARROWEST = 110;

    private final FileViewModel model;
    private boolean filling;

    FileChoice(FileViewModel model) {
        this.model = model;
        setId("compose-file-choice");
        setAccessibleText("File");
        setPrefWidth(WIDTH);
        setMinWidth(NARROWEST);
        setCellFactory(ignored -> new FileCell());
        setButtonCell(new FileCell());
        model.filesProperty().subscribe(this::fill);
        model.currentProperty().subscribe(ignored -> fill(model.filesProperty().get()));
        model.textProperty().subscribe(ignored -> setButtonCell(new FileCell()));
        valueProperty().subscribe(chosen -> {
            if (!filling && chosen != null) {
                model.choose(chosen);
            }
        });
    }

    private void fill(List<Path> files) {
        filling = true;
        if (!getItems().equals(files)) {
            getItems().setAll(files);
        }
        setValue(model.currentProperty().get().orElse(null));
        filling = false;
    }

    private String name(Path file) {
        Optional<Path> folder = model.source().map(ComposeSource::folder);
        String name = folder.filter(file::startsWith)
                .map(from -> from.relativize(file).toString())
                .orElseGet(() -> Folders.shown(file));
        return SafeText.line(name) + (model.isUnsaved(Optional.of(file)) ? " •" : "");
    }

    /// The path from the project's folder.
    private final class FileCell extends ListCell<Path> {
        @Override
        protected void updateItem(@Nullable Path file, boolean empty) {
            super.updateItem(file, empty);
            setText(file == null || empty ? null : name(file));
        }
    }
}
