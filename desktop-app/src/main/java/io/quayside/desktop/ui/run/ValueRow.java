package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The fields of one value. A value that nobody touches stays as it is, to the byte, also where a field can't hold it.
final class ValueRow extends HBox implements ValueEditor {
    private final ValueParts parts;
    private final List<TextField> fields = new ArrayList<>();
    private final String original;
    private boolean touched;

    /// @param removed is asked to take the row away
    ValueRow(ValueParts parts, String value, Runnable changed, Runnable removed) {
        super(8);
        this.parts = parts;
        this.original = value;
        setAlignment(Pos.CENTER_LEFT);
        List<String> texts = value.isEmpty()
                ? parts.prompts().stream().map(prompt -> "").toList()
                : parts.split().apply(value);
        for (int i = 0; i < parts.prompts().size(); i++) {
            if (i > 0 && !parts.between().isEmpty()) {
                Label between = new Label(parts.between());
                between.getStyleClass().add(StyleClasses.MUTED);
                getChildren().add(between);
            }
            TextField field = field(i, texts);
            field.textProperty().subscribe((before, now) -> {
                touched = true;
                changed.run();
            });
            HBox.setHgrow(field, Priority.ALWAYS);
            fields.add(field);
            getChildren().add(field);
        }
        getChildren().add(new IconButton(Icons.CLOSE, "Remove this " + parts.noun(), removed));
    }

    private TextField field(int index, List<String> texts) {
        TextField field = new TextField();
        field.setText(texts.get(index));
        FormStyle.keepLines(field, texts.get(index));
        field.setPromptText(parts.prompts().get(index));
        field.setAccessibleText(parts.prompts().get(index) + " of a " + parts.noun());
        field.getStyleClass().add(StyleClasses.MONO);
        field.setPrefWidth(120);
        return field;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public String value() {
        return touched
                ? parts.join().apply(fields.stream().map(TextField::getText).toList())
                : original;
    }

    @Override
    public void focus() {
        fields.getFirst().requestFocus();
    }

    @Override
    public void mark(boolean wrong) {
        fields.forEach(field -> field.pseudoClassStateChanged(FormStyle.ERROR, wrong));
    }
}
