package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for a name or for rights.
final class NamePanel extends VBox {
    private final TextField field;

    /// @param check says what is wrong with a text, if anything
    NamePanel(
            String title,
            String fieldName,
            String start,
            String act,
            Function<String, Optional<String>> check,
            Consumer<String> onDone,
            Runnable onCancel) {
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(440);
        setMaxSize(440, USE_PREF_SIZE);
        Label head = new Label(title);
        head.getStyleClass().add(StyleClasses.SECTION_TITLE);
        head.setWrapText(true);
        field = new TextField(start);
        field.setId("files-name");
        field.setAccessibleText(fieldName);
        Label fault = new Label();
        fault.setWrapText(true);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        ActionButton done = new ActionButton(act, () -> onDone.accept(field.getText())).primary();
        done.setId("files-name-done");
        HBox buttons = new HBox(8, new ActionButton("Cancel", onCancel), done);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(head, field, fault, buttons);
        field.textProperty().subscribe(text -> {
            Optional<String> wrong = check.apply(text);
            fault.setText(text.isEmpty() ? "" : wrong.orElse(""));
            done.setUnavailable(wrong);
        });
        field.setOnAction(event -> done.fire());
    }

    /// Says why it is asked, below the title.
    void because(String words) {
        Label why = new Label(words);
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().add(StyleClasses.MUTED);
        getChildren().add(1, why);
    }

    void focusName() {
        field.requestFocus();
        field.selectAll();
    }
}
