package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// A variable of the environment. The value of one that looks like a secret is dotted until the eye is pressed. FX
/// thread.
final class VariableRow implements ValueEditor {
    private final TextField name = new TextField();
    private final TextField plain = new TextField();
    private final PasswordField dotted = new PasswordField();
    private final IconButton eye = new IconButton(Icons.SHOW, "Show the value", this::reveal);
    private final HBox row;
    private final String original;
    private boolean touched;
    private boolean revealed;

    private VariableRow(String value, Runnable changed, Runnable removed) {
        original = value;
        int equals = value.indexOf('=');
        field(name, "Name", "Name of a variable", equals < 0 ? value : value.substring(0, equals));
        String text = equals < 0 ? "" : value.substring(equals + 1);
        field(plain, "Value", "Value of a variable", text);
        FormStyle.keepLines(plain, text);
        field(dotted, "Value", "Value of a variable, hidden", "");
        if (plain.isEditable()) {
            dotted.textProperty().bindBidirectional(plain.textProperty());
        } else {
            dotted.setText(plain.getText());
            dotted.setEditable(false);
        }
        name.setPrefWidth(204);
        StackPane values = new StackPane(plain, dotted);
        HBox.setHgrow(values, Priority.ALWAYS);
        eye.managedProperty().bind(eye.visibleProperty());
        row = new HBox(8, name, values, eye, new IconButton(Icons.CLOSE, "Remove this variable", removed));
        row.setAlignment(Pos.CENTER_LEFT);
        fit();
        name.textProperty().subscribe((before, now) -> touch(changed));
        plain.textProperty().subscribe((before, now) -> touch(changed));
        plain.focusedProperty().subscribe((before, now) -> fit());
        dotted.focusedProperty().subscribe((before, now) -> fit());
        name.focusedProperty().subscribe((before, now) -> fit());
    }

    static ValueEditor of(String value, Runnable changed, Runnable removed) {
        return new VariableRow(value, changed, removed);
    }

    private static void field(TextField field, String prompt, String words, String text) {
        field.setText(text);
        field.setPromptText(prompt);
        field.setAccessibleText(words);
        field.getStyleClass().add(StyleClasses.MONO);
        field.setPrefWidth(200);
    }

    private void touch(Runnable changed) {
        touched = true;
        if (!plain.isFocused() && !dotted.isFocused()) {
            fit();
        }
        changed.run();
    }

    /// Not while somebody types into the value: the field would change under the hands.
    private void fit() {
        if (plain.isFocused() || dotted.isFocused()) {
            return;
        }
        boolean secret = SecretText.isSecret(name.getText(), plain.getText());
        plain.setVisible(!secret || revealed);
        dotted.setVisible(secret && !revealed);
        eye.setVisible(secret);
    }

    private void reveal() {
        revealed = !revealed;
        eye.setGraphic((revealed ? Icons.HIDE : Icons.SHOW).node(Icons.SMALL));
        eye.setName(revealed ? "Hide the value" : "Show the value");
        fit();
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public String value() {
        if (!touched) {
            return original;
        }
        return name.getText().isBlank() && plain.getText().isEmpty()
                ? ""
                : name.getText().strip() + "=" + plain.getText();
    }

    @Override
    public void focus() {
        name.requestFocus();
    }

    @Override
    public void mark(boolean wrong) {
        List.of(name, plain, dotted).forEach(field -> field.pseudoClassStateChanged(FormStyle.ERROR, wrong));
    }
}
