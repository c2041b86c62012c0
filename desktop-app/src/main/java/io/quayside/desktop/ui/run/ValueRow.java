package io.quayside.desktop.ui.run;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TextField;

/// The fields of one value. FX thread.
final class ValueRow extends EditorRow {
    private final ValueParts parts;
    private final List<TextField> fields = new ArrayList<>();

    /// @param removed is asked to take the row away
    ValueRow(ValueParts parts, String value, Runnable changed, Runnable removed) {
        super(value, changed);
        this.parts = parts;
        List<String> texts = value.isEmpty()
                ? parts.prompts().stream().map(prompt -> "").toList()
                : parts.split().apply(value);
        List<Node> shown = new ArrayList<>();
        for (int i = 0; i < parts.prompts().size(); i++) {
            if (i > 0 && !parts.between().isEmpty()) {
                shown.add(between(parts.between()));
            }
            TextField field = new TextField();
            String prompt = parts.prompts().get(i);
            part(field, prompt, prompt + " of a " + parts.noun(), texts.get(i));
            field.setPrefWidth(120);
            fields.add(field);
            shown.add(field);
        }
        show(parts.noun(), removed, shown.toArray(Node[]::new));
    }

    @Override
    String written() {
        return parts.join().apply(fields.stream().map(TextField::getText).toList());
    }

    @Override
    public void focus() {
        fields.getFirst().requestFocus();
    }
}
