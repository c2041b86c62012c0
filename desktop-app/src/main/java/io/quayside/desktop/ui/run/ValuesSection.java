package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/// Any number of values of one option.
final class ValuesSection extends FormSection {
    private final RunViewModel model;
    private final RunFlag flag;
    private final ValueEditor.Factory editors;
    private final List<ValueEditor> all = new ArrayList<>();
    private final VBox rows = new VBox(8);

    /// @param noun of one value: "port"
    ValuesSection(
            String name, String hint, RunFlag flag, String noun, ValueEditor.Factory editors, RunViewModel model) {
        super(name, hint, flag);
        this.model = model;
        this.flag = flag;
        this.editors = editors;
        ActionButton add = new ActionButton("Add " + noun, Icons.ADD, () -> add("").focus())
                .ghost()
                .small();
        add.setId("run-add-" + noun);
        content().getChildren().addAll(rows, add);
    }

    @Override
    void load() {
        all.clear();
        rows.getChildren().clear();
        model.specProperty().get().values(flag).forEach(this::add);
    }

    private ValueEditor add(String value) {
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

    private void changed() {
        List<String> values = all.stream()
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
        all.forEach(row -> row.mark(
                faults.stream().anyMatch(one -> isAbout(one) && one.value().equals(row.value()))));
    }

    @Override
    void focusField() {
        all.stream().findFirst().orElseGet(() -> add("")).focus();
    }
}
