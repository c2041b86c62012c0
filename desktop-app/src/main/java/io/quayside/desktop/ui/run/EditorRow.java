package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the rows of the form share: fields on a line, a button that takes it away, what its value was below it. A value
/// that nobody touches stays as it is, to the byte, also where fields can't hold it. FX thread.
abstract class EditorRow implements ValueEditor {
    /// How wide all fields of a row are, in sizes of its text.
    private static final double ROOM = 36;

    private final String original;
    private final Runnable changed;
    private final HBox line = new HBox(8);
    private final HBox further = new HBox(8);
    private final VBox node = new VBox(4, line);
    private final List<Node> marked = new ArrayList<>();
    private Optional<ActionButton> was = Optional.empty();
    private boolean touched;

    /// @param original the value before anybody touches it, empty for a new row
    EditorRow(String original, Runnable changed) {
        this.original = original;
        this.changed = changed;
        line.setAlignment(Pos.CENTER_LEFT);
        further.setAlignment(Pos.CENTER_LEFT);
        node.setMinWidth(0); // as narrow as the form, however wide its fields would like to be
    }

    /// What its fields say now, empty for nothing.
    abstract String written();

    /// Puts the fields on the line, and the button that takes the row away.
    final void show(String noun, Runnable removed, Node... fields) {
        line.getChildren().addAll(fields);
        line.getChildren().add(new IconButton(Icons.CLOSE, "Remove this " + noun, removed));
    }

    /// Gives a field its looks and its name. One with several lines stays as it is.
    static void dress(TextField field, String prompt, String name, String text) {
        field.setText(text);
        FormStyle.keepLines(field, text);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.getStyleClass().add(StyleClasses.MONO);
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    /// The same, for a field whose text is a part of the value, and that is marked when that is wrong.
    final void part(TextField field, String prompt, String name, String text) {
        dress(field, prompt, name, text);
        follow(field);
    }

    final void follow(TextField field) {
        marked.add(field);
        field.textProperty().subscribe((before, now) -> touch());
    }

    /// A choice that is a part of the value.
    final void part(ComboBox<String> choice, String name, String value, String... values) {
        choice.getItems().setAll(values);
        choice.setValue(value);
        choice.setAccessibleText(name);
        choice.valueProperty().subscribe((before, now) -> touch());
    }

    /// A text that can also be chosen.
    final void editable(ComboBox<String> choice, String name, String text) {
        choice.setEditable(true);
        choice.setValue(text);
        choice.getEditor().setText(text); // before it is shown, too
        choice.setAccessibleText(name);
        choice.getEditor().textProperty().subscribe((before, now) -> touch());
    }

    static Label arrow() {
        return between("→");
    }

    static Label between(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// Where there is no room for all fields, those from this one on stand on a line of their own.
    final void wrap(Node from, TextField like) {
        node.widthProperty().subscribe(ignored -> fold(from, like));
        like.fontProperty().subscribe(ignored -> fold(from, like));
    }

    private void fold(Node from, TextField like) {
        boolean narrow =
                node.getWidth() > 0 && node.getWidth() < ROOM * like.getFont().getSize();
        boolean folded = further.getParent() != null;
        if (narrow && !folded) {
            List<Node> moved = List.copyOf(line.getChildren()
                    .subList(
                            line.getChildren().indexOf(from), line.getChildren().size() - 1));
            line.getChildren().removeAll(moved);
            further.getChildren().setAll(moved);
            node.getChildren().add(1, further);
        } else if (!narrow && folded) {
            List<Node> moved = List.copyOf(further.getChildren());
            further.getChildren().clear();
            node.getChildren().remove(further);
            line.getChildren().addAll(line.getChildren().size() - 1, moved);
        }
    }

    void touch() {
        touched = true;
        changed.run();
    }

    final boolean isTouched() {
        return touched;
    }

    /// As if nobody had touched it.
    final void untouch() {
        touched = false;
    }

    final HBox line() {
        return line;
    }

    @Override
    public final Node node() {
        return node;
    }

    @Override
    public String value() {
        return touched ? written() : original;
    }

    @Override
    public void mark(boolean wrong) {
        marked.forEach(field -> field.pseudoClassStateChanged(FormStyle.ERROR, wrong));
    }

    @Override
    public final void was(Optional<SpecChange> change, Consumer<SpecChange> undo) {
        was.ifPresent(button ->
                ((javafx.scene.layout.Pane) button.getParent()).getChildren().remove(button));
        was = change.map(one -> FormStyle.was(one, "", undo));
        was.ifPresent(this::place);
    }

    /// Puts what the value was where it belongs.
    void place(ActionButton button) {
        node.getChildren().add(button);
    }
}
