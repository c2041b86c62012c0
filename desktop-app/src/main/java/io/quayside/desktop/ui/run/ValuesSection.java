package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Icons;
import java.util.List;
import javafx.scene.layout.VBox;

/// Any number of values of one option.
final class ValuesSection extends FormSection {
    private final RunViewModel model;
    private final ValueParts parts;
    private final VBox rows = new VBox(8);

    ValuesSection(String name, String hint, ValueParts parts, RunViewModel model) {
        super(name, hint, parts.flag());
        this.model = model;
        this.parts = parts;
        ActionButton add = new ActionButton("Add " + parts.noun(), Icons.ADD, () -> add("").focus())
                .ghost()
                .small();
        add.setId("run-add-" + parts.noun());
        content().getChildren().addAll(rows, add);
    }

    @Override
    void load() {
        rows.getChildren().clear();
        model.specProperty().get().values(parts.flag()).forEach(this::add);
    }

    private ValueRow add(String value) {
        ValueRow[] self = new ValueRow[1];
        ValueRow row = new ValueRow(parts, value, this::changed, () -> {
            rows.getChildren().remove(self[0]);
            changed();
        });
        self[0] = row;
        rows.getChildren().add(row);
        return row;
    }

    private void changed() {
        List<String> values = all().stream()
                .map(ValueRow::value)
                .filter(value -> !value.isEmpty())
                .toList();
        model.change(parts.flag(), spec -> spec.with(parts.flag(), values));
    }

    private List<ValueRow> all() {
        return rows.getChildren().stream().map(ValueRow.class::cast).toList();
    }

    @Override
    void faults(List<RunFault> faults) {
        super.faults(faults);
        all().forEach(row -> row.mark(
                faults.stream().anyMatch(one -> isAbout(one) && one.value().equals(row.value()))));
    }

    @Override
    void focus() {
        all().stream().findFirst().orElseGet(() -> add("")).focus();
    }
}
