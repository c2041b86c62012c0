package io.quayside.desktop.ui.compose.environment;

import io.quayside.desktop.compose.ProjectVariables;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// One variable: its name, its value, which can be edited in its place, where it comes from and who uses it. FX thread.
final class VariableRow extends HBox {
    private static final int LONGEST = 400;
    private static final double NAME = 220;
    private static final double FROM = 130;
    private static final double USERS = 180;
    private static final double BUTTONS = 96;

    private final ProjectVariables.Variable variable;
    private final String name;
    private final BiConsumer<ProjectVariables.Variable, String> save;
    private final StackPane place = new StackPane();
    private final HBox buttons = new HBox(2);
    private final TextField field = new TextField();
    private final boolean secret;
    private boolean revealed;
    private boolean editing;

    /// @param editable whether its value can be changed here
    /// @param copy puts a value into the clipboard
    /// @param save writes another value
    VariableRow(
            ProjectVariables.Variable variable,
            boolean editable,
            Consumer<String> copy,
            BiConsumer<ProjectVariables.Variable, String> save) {
        super(8);
        this.variable = variable;
        this.save = save;
        name = SafeText.line(variable.name());
        secret = SecretText.isSecret(variable.name(), variable.value());
        getStyleClass().add("variable-row");
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMinWidth(0);
        place.setAlignment(Pos.CENTER_LEFT);
        buttons.setMinWidth(BUTTONS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Label title = cell(name, NAME);
        title.getStyleClass().add(StyleClasses.MONO_CAPTION);
        field.setId("value-of-" + variable.name());
        field.setAccessibleText("Value of " + name);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        buttons(editable && variable.isEditable(), copy);
        getChildren().setAll(title, place, from(), cell(users(), USERS), buttons);
        paint();
    }

    /// The titles above the rows.
    static HBox head() {
        Label value = cell("Value", 0);
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox head =
                new HBox(8, cell("Name", NAME), value, cell("From", FROM), cell("Used by", USERS), cell("", BUTTONS));
        head.getStyleClass().add("variable-row");
        head.getChildren().forEach(node -> node.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED));
        return head;
    }

    String name() {
        return variable.name();
    }

    /// Whether something was typed that isn't saved.
    boolean isEdited() {
        return editing && !field.getText().equals(variable.value());
    }

    private static Label cell(String text, double width) {
        Label label = new Label(text);
        if (width > 0) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
            label.setMaxWidth(width);
        }
        return label;
    }

    private Label from() {
        Label label = cell(
                switch (variable.from()) {
                    case SHELL -> "Shell";
                    case FILE, ENV_FILE -> SafeText.line(variable.where());
                    case DEFAULT -> "Default";
                    case NOT_SET -> variable.required() ? "Not set, required" : "Not set";
                },
                FROM);
        if (variable.from() == ProjectVariables.From.NOT_SET) {
            label.setGraphic((variable.required() ? Icons.ERROR : Icons.WARNING).node(Icons.SMALL));
            label.getStyleClass().add(variable.required() ? StyleClasses.TEXT_DANGER : StyleClasses.TEXT_WARNING);
        }
        return label;
    }

    private String users() {
        List<String> services = variable.services();
        return SafeText.line(services.isEmpty() ? "Outside of services" : String.join(", ", services));
    }

    private void buttons(boolean editable, Consumer<String> copy) {
        if (secret) {
            buttons.getChildren().add(new IconButton(Icons.SHOW, "Show or hide " + name, () -> {
                revealed = !revealed;
                paint();
            }));
        }
        buttons.getChildren().add(new IconButton(Icons.COPY, "Copy " + name, () -> copy.accept(variable.value())));
        if (editable) {
            IconButton edit = new IconButton(Icons.RENAME, "Edit " + name, this::edit);
            edit.setId("edit-" + variable.name());
            buttons.getChildren().add(edit);
        }
    }

    private void edit() {
        editing = true;
        field.setText(variable.value());
        ActionButton keep = new ActionButton("Save", this::keep).small().primary();
        keep.setId("save-" + variable.name());
        keep.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        place.getChildren().setAll(new HBox(8, field, keep));
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            keep();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            paint();
            event.consume();
        }
    }

    private void keep() {
        String value = field.getText();
        boolean other = isEdited() || variable.from() != ProjectVariables.From.FILE;
        paint();
        if (other) {
            save.accept(variable, value);
        }
    }

    private void paint() {
        editing = false;
        boolean masked = secret && !revealed;
        Label value = new Label(masked ? SecretText.DOTS : SafeText.output(variable.value(), LONGEST));
        value.getStyleClass().add(StyleClasses.MONO_CAPTION);
        value.setAccessibleText(masked ? "Hidden value of " + name : value.getText());
        place.getChildren().setAll((Node) value);
    }
}
