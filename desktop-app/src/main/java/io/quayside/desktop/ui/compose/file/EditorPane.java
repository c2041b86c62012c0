package io.quayside.desktop.ui.compose.file;

import io.quayside.desktop.ui.control.code.CodeField;
import io.quayside.desktop.ui.control.code.EditedLines;
import java.util.Optional;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The text of a file with its problems below. FX thread.
final class EditorPane extends VBox {
    private static final int INDENT = 2;

    private final FileViewModel model;
    private final CodeField text = new CodeField("compose-file-text", "Text of the compose file");

    EditorPane(FileViewModel model) {
        this.model = model;
        setId("compose-file-editor");
        setMinSize(0, 0);
        ProblemList problems = new ProblemList(text);
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setMinHeight(0);
        text.setIndent(INDENT);
        text.setCompletion(model.problems()::offer);
        text.textProperty().bindBidirectional(model.textProperty());
        text.textProperty().subscribe(ignored -> mark());
        model.savedProperty().subscribe(ignored -> mark());
        model.currentProperty()
                .subscribe(file -> text.setFileName(
                        file.map(path -> String.valueOf(path.getFileName())).orElse("")));
        model.problems().allProperty().subscribe(problems::show);
        getChildren().setAll(text, problems);
    }

    CodeField text() {
        return text;
    }

    private void mark() {
        Optional<DiskFile> saved = model.savedProperty().get();
        text.setEditable(saved.isPresent());
        text.setEdited(saved.map(file ->
                        EditedLines.between(file.text(), model.textProperty().get()))
                .orElse(EditedLines.none())
                .lines());
    }
}
