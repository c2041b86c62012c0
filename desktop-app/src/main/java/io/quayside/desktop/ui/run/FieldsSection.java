package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Options with one value each, a field beside another.
final class FieldsSection extends FormSection {
    /// A field.
    ///
    /// @param label what stands before it, empty for nothing
    /// @param prompt what stands in it while it is empty
    record Field(RunFlag flag, String label, String prompt) {}

    private final RunViewModel model;
    private final Map<RunFlag, TextField> fields = new LinkedHashMap<>();
    private boolean loading;

    FieldsSection(String name, String hint, RunViewModel model, List<Field> wanted) {
        super(name, hint, wanted.stream().map(Field::flag).toArray(RunFlag[]::new));
        this.model = model;
        HBox row = new HBox(8);
        row.setAlignment(Pos.CENTER_LEFT);
        wanted.forEach(one -> add(one, row, name));
        content().getChildren().add(row);
    }

    private void add(Field wanted, HBox row, String section) {
        TextField field = new TextField();
        field.setId("run-" + wanted.flag().longName());
        field.setPromptText(wanted.prompt());
        field.setAccessibleText(wanted.label().isEmpty() ? section : wanted.label());
        field.getStyleClass().add(StyleClasses.MONO);
        field.setPrefWidth(120);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.textProperty().subscribe((before, now) -> {
            if (!loading) {
                model.change(wanted.flag(), spec -> spec.with(wanted.flag(), now.strip()));
            }
        });
        fields.put(wanted.flag(), field);
        if (!wanted.label().isEmpty()) {
            Label label = new Label(wanted.label());
            label.setMinWidth(USE_PREF_SIZE);
            label.setLabelFor(field);
            row.getChildren().add(label);
        }
        row.getChildren().add(field);
    }

    @Override
    void load() {
        loading = true;
        fields.forEach((flag, field) ->
                field.setText(model.specProperty().get().value(flag).orElse("")));
        loading = false;
    }

    @Override
    void faults(List<RunFault> faults) {
        super.faults(faults);
        fields.forEach((flag, field) -> field.pseudoClassStateChanged(
                FormStyle.ERROR,
                faults.stream().anyMatch(one -> one.flag().filter(flag::equals).isPresent())));
    }

    @Override
    void focusField(RunFault fault) {
        fault.flag().map(fields::get).ifPresentOrElse(TextField::requestFocus, this::focusField);
    }

    @Override
    void focusField() {
        fields.values().iterator().next().requestFocus();
    }
}
