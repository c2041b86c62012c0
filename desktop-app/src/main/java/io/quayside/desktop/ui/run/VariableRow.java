package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.desktop.ui.theme.Icons;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A variable of the environment. The value of one that looks like a secret is dotted until the eye is pressed. One of
/// the image's own says nothing until somebody changes it. FX thread.
final class VariableRow extends EditorRow {
    private static final double BUTTON = 28;

    private final TextField name = new TextField();
    private final TextField plain = new TextField();
    private final PasswordField dotted = new PasswordField();
    private final IconButton eye = new IconButton(Icons.SHOW, "Show the value", this::reveal);
    private final boolean inherited;
    private boolean revealed;

    private VariableRow(String value, boolean inherited, Runnable changed, Runnable removed) {
        super(inherited ? "" : value, changed);
        this.inherited = inherited;
        int equals = value.indexOf('=');
        String text = equals < 0 ? "" : value.substring(equals + 1);
        String of = inherited ? " of the image" : "";
        part(name, "Name", "Name of a variable" + of, equals < 0 ? value : value.substring(0, equals));
        part(plain, "Value", "Value of a variable" + of, text);
        dress(dotted, "Value", "Value of a variable" + of + ", hidden", "");
        if (plain.isEditable()) {
            dotted.textProperty().bindBidirectional(plain.textProperty());
        } else {
            dotted.setText(plain.getText());
            dotted.setEditable(false);
        }
        name.setPrefWidth(204);
        name.setMinWidth(80);
        HBox.setHgrow(name, Priority.NEVER);
        plain.setPrefWidth(120);
        dotted.setPrefWidth(120);
        StackPane values = new StackPane(plain, dotted);
        HBox.setHgrow(values, Priority.ALWAYS);
        eye.managedProperty().bind(eye.visibleProperty());
        if (inherited) {
            name.setEditable(false);
            Region gap = new Region(); // where the others have their button
            gap.setMinWidth(BUTTON);
            line().getChildren().addAll(name, values, eye, gap);
            line().getStyleClass().add(FormStyle.FROM_IMAGE);
        } else {
            show("variable", removed, name, values, eye);
        }
        fit();
        plain.focusedProperty().subscribe((before, now) -> fit());
        dotted.focusedProperty().subscribe((before, now) -> fit());
        name.focusedProperty().subscribe((before, now) -> fit());
    }

    static ValueEditor of(String value, Runnable changed, Runnable removed) {
        return new VariableRow(value, false, changed, removed);
    }

    /// One of the image's own.
    static VariableRow inherited(String value, Runnable changed) {
        return new VariableRow(value, true, changed, () -> {});
    }

    @Override
    void touch() {
        if (!plain.isFocused() && !dotted.isFocused()) {
            fit();
        }
        line().getStyleClass().remove(FormStyle.FROM_IMAGE);
        super.touch();
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
    String written() {
        boolean nothing = name.getText().isBlank() && plain.getText().isEmpty();
        return nothing ? "" : name.getText().strip() + "=" + plain.getText();
    }

    @Override
    void place(ActionButton was) {
        was.setMaxWidth(180);
        line().getChildren().add(line().getChildren().indexOf(eye), was);
    }

    @Override
    public void focus() {
        (inherited ? (dotted.isVisible() ? dotted : plain) : name).requestFocus();
    }

    @Override
    public void mark(boolean wrong) {
        super.mark(wrong);
        dotted.pseudoClassStateChanged(FormStyle.ERROR, wrong);
    }
}
