package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Any number of values of one option.
class ValuesSection extends FormSection {
    private final RunViewModel model;
    private final RunFlag flag;
    private final ValueEditor.Factory editors;
    private final List<ValueEditor> all = new ArrayList<>();
    private final VBox rows = new VBox(8);
    private final HBox actions = new HBox(16);

    /// @param noun of one value: "port"
    ValuesSection(
            String name, String hint, RunFlag flag, String noun, ValueEditor.Factory editors, RunViewModel model) {
        super(name, hint, flag);
        this.model = model;
        this.flag = flag;
        this.editors = editors;
        ActionButton add = link("Add " + noun, Icons.ADD, () -> add("").focus());
        add.setId("run-add-" + noun);
        actions.getChildren().add(add);
        actions.setAlignment(Pos.CENTER_LEFT);
        content().getChildren().addAll(rows, actions);
    }

    static ActionButton link(String text, Icons icon, Runnable act) {
        ActionButton link = new ActionButton(text, icon, act).ghost().small();
        link.getStyleClass().addAll(StyleClasses.LINK, FormStyle.ADD);
        return link;
    }

    final RunViewModel model() {
        return model;
    }

    /// What stands below the rows.
    final HBox actions() {
        return actions;
    }

    @Override
    void load() {
        all.clear();
        rows.getChildren().clear();
        model.specProperty().get().values(flag).forEach(this::add);
    }

    final ValueEditor add(String value) {
        ValueEditor[] self = new ValueEditor[1];
        ValueEditor row = editors.of(value, this::changed, () -> {
            all.remove(self[0]);
            rows.getChildren().remove(self[0].node());
            changed();
        });
        self[0] = row;
        all.add(row);
        rows.getChildren().add(row.node());
        return row;
    }

    /// Rows beside those of the section's own values.
    List<? extends ValueEditor> others() {
        return List.of();
    }

    private Stream<ValueEditor> editors() {
        return Stream.concat(all.stream(), others().stream());
    }

    final void changed() {
        List<String> values = editors()
                .map(ValueEditor::value)
                .filter(value -> !value.isEmpty())
                .toList();
        model.change(flag, spec -> spec.with(flag, values));
    }

    @Override
    String summary(RunSpec spec) {
        List<String> values = spec.values(flag);
        return values.isEmpty() ? "The engine's own" : SafeText.line(String.join(", ", values));
    }

    @Override
    void faults(List<RunFault> faults) {
        super.faults(faults);
        editors().forEach(row -> row.mark(faults.stream().anyMatch(one -> isAbout(one) && isIn(one, row))));
    }

    private static boolean isIn(RunFault fault, ValueEditor row) {
        return fault.value().equals(row.value());
    }

    /// Shows those rows that aren't always there.
    void showOthers() {}

    @Override
    void focusField(RunFault fault) {
        Optional<ValueEditor> row = editors().filter(one -> isIn(fault, one)).findFirst();
        if (row.filter(others()::contains).isPresent()) {
            showOthers();
        }
        row.ifPresentOrElse(ValueEditor::focus, this::focusField);
    }

    @Override
    List<SpecChange> placed(List<SpecChange> own, Consumer<SpecChange> undo) {
        List<SpecChange> rest = new ArrayList<>(own);
        editors().forEach(row -> {
            String key = SpecChange.key(flag, row.value());
            Optional<SpecChange> here = rest.stream()
                    .filter(one -> !key.isEmpty() && one.key().equals(key))
                    .findFirst();
            here.ifPresent(rest::remove);
            row.was(here, undo);
        });
        return rest;
    }

    @Override
    void focusField() {
        all.stream().findFirst().orElseGet(() -> add("")).focus();
    }
}
