package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunOption;
import io.quayside.engine.run.RunSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// Every option that has no field of its own, by its name: nothing that `docker run` can say is out of reach, and
/// nothing that was pasted is hidden.
final class MoreSection extends FormSection {
    private final RunViewModel model;
    private final Set<RunFlag> elsewhere;
    private final VBox rows = new VBox(8);

    /// @param elsewhere the options that have their own fields
    MoreSection(RunViewModel model, Set<RunFlag> elsewhere) {
        super(
                "More",
                "Any other option",
                Arrays.stream(RunFlag.values())
                        .filter(flag -> !elsewhere.contains(flag))
                        .toArray(RunFlag[]::new));
        this.model = model;
        this.elsewhere = elsewhere;
        ActionButton add = ValuesSection.link(
                "Add option",
                Icons.ADD,
                () -> add(new RunOption(RunFlag.HOSTNAME, "")).focus());
        add.setId("run-add-option");
        content().getChildren().addAll(rows, add);
        foldable();
        model.inheritedProperty().subscribe(ignored -> rows.getChildren().forEach(row -> ((Row) row).prompt()));
    }

    @Override
    String summary(RunSpec spec) {
        String names = spec.options().stream()
                .filter(option -> !elsewhere.contains(option.flag()))
                .map(option -> "--" + option.flag().longName())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "Health check, labels, user, host name, capabilities and all else" : names;
    }

    @Override
    void load() {
        rows.getChildren().clear();
        model.specProperty().get().options().stream()
                .filter(option -> !elsewhere.contains(option.flag()))
                .forEach(this::add);
    }

    private Row add(RunOption option) {
        Row row = new Row(option);
        rows.getChildren().add(row);
        return row;
    }

    private void changed(RunFlag flag) {
        List<RunOption> options = new ArrayList<>();
        rows.getChildren().forEach(node -> {
            RunOption option = ((Row) node).option();
            if (!option.value().isEmpty() || option.flag() == RunFlag.ENTRYPOINT) {
                options.add(option);
            }
        });
        model.change(flag, spec -> spec.with(option -> !elsewhere.contains(option.flag()), options));
    }

    @Override
    void focusField(RunFault fault) {
        rows.getChildren().stream()
                .map(Row.class::cast)
                .filter(row -> fault.flag().filter(row.option().flag()::equals).isPresent()
                        && (fault.value().isEmpty()
                                || fault.value().equals(row.option().value())))
                .findFirst()
                .ifPresentOrElse(Row::focus, this::focusField);
    }

    @Override
    void focusField() {
        rows.getChildren().stream()
                .findFirst()
                .map(Row.class::cast)
                .orElseGet(() -> add(new RunOption(RunFlag.HOSTNAME, "")))
                .focus();
    }

    /// One option: its name, and its value.
    private final class Row extends HBox {
        private final ComboBox<RunFlag> flag = new ComboBox<>();
        private final TextField value = new TextField();
        private RunOption option;

        Row(RunOption start) {
            super(8);
            this.option = start;
            setAlignment(Pos.CENTER_LEFT);
            flag.getItems()
                    .setAll(Arrays.stream(RunFlag.values())
                            .filter(one -> !elsewhere.contains(one))
                            .toList());
            flag.setValue(start.flag());
            flag.setAccessibleText("Option");
            flag.setMinWidth(190);
            flag.setConverter(new StringConverter<>() {
                @Override
                public String toString(RunFlag one) {
                    return one == null ? "" : "--" + one.longName();
                }

                @Override
                public RunFlag fromString(String text) {
                    return start.flag();
                }
            });
            EditorRow.dress(value, Inherited.prompt(model, start.flag()), "Value of the option", start.value());
            flag.valueProperty().subscribe((before, now) -> {
                boolean turnsOn =
                        now.kind() == RunFlag.Kind.SWITCH && option.value().isEmpty();
                option = new RunOption(now, turnsOn ? "true" : option.value());
                value.setText(option.value());
                prompt();
                changed(now);
            });
            value.textProperty().subscribe((before, now) -> {
                if (!now.equals(option.value())) {
                    option = new RunOption(option.flag(), now);
                    changed(option.flag());
                }
            });
            getChildren().addAll(flag, value, new IconButton(Icons.CLOSE, "Remove this option", () -> {
                rows.getChildren().remove(this);
                changed(option.flag());
            }));
        }

        /// Says what the image has.
        void prompt() {
            value.setPromptText(Inherited.prompt(model, option.flag()));
        }

        RunOption option() {
            return option;
        }

        void focus() {
            value.requestFocus();
        }
    }
}
