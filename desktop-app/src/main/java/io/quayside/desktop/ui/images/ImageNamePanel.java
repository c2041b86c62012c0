package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks for the name of an image: repository and tag.
public final class ImageNamePanel extends VBox {
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+([._:/-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");

    private final TextField repository = new TextField();
    private final TextField tag = new TextField("latest");
    private final Label fault = new Label();
    private final ActionButton save;

    /// What is asked, in words.
    ///
    /// @param why one sentence about what happens
    /// @param act the button that does it
    public record Question(String title, String why, String act) {}

    /// @param name where it starts
    /// @param onName is handed repository and tag
    public ImageNamePanel(Question question, String name, BiConsumer<String, String> onName, Runnable onCancel) {
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(440);
        setMaxSize(440, USE_PREF_SIZE);
        Label title = new Label(question.title());
        title.getStyleClass().add(StyleClasses.SECTION_TITLE);
        Label why = new Label(question.why());
        why.setWrapText(true);
        repository.setText(name);
        repository.setAccessibleText("Image name");
        repository.setId("image-name");
        tag.setAccessibleText("Tag");
        tag.setPrefWidth(120);
        HBox.setHgrow(repository, javafx.scene.layout.Priority.ALWAYS);
        HBox fields = new HBox(8, repository, new Label(":"), tag);
        fields.setAlignment(Pos.CENTER_LEFT);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        save = new ActionButton(
                        question.act(),
                        () -> onName.accept(
                                repository.getText().strip(), tag.getText().strip()))
                .primary();
        HBox buttons = new HBox(8, new ActionButton("Cancel", onCancel), save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, why, fields, fault, buttons);
        repository.textProperty().subscribe((before, now) -> check());
        tag.textProperty().subscribe((before, now) -> check());
        check();
        repository.setOnAction(event -> save.fire());
        tag.setOnAction(event -> save.fire());
    }

    /// Puts the focus where it starts.
    public void focusName() {
        repository.requestFocus();
        repository.selectAll();
    }

    private void check() {
        Optional<String> wrong = wrong();
        fault.setText(wrong.orElse(""));
        save.setUnavailable(wrong);
    }

    private Optional<String> wrong() {
        if (!REPOSITORY.matcher(repository.getText().strip()).matches()) {
            return Optional.of("A name has small letters, digits, and . _ - / between them.");
        }
        return TAG.matcher(tag.getText().strip()).matches()
                ? Optional.empty()
                : Optional.of("A tag has letters, digits, and . _ - after the first.");
    }
}
