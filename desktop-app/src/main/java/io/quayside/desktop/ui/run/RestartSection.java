package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;

/// When the container is started again, and whether it is removed when it ends.
final class RestartSection extends FormSection {
    private final RunViewModel model;
    private final ComboBox<String> policy = new ComboBox<>();
    private final CheckBox remove = new CheckBox("Remove it when it ends");
    private boolean loading;

    RestartSection(RunViewModel model) {
        super("Restart", "When it ends by itself", RunFlag.RESTART, RunFlag.RM);
        this.model = model;
        policy.setId("run-restart");
        policy.setAccessibleText("Restart");
        policy.getItems().setAll("", "always", "unless-stopped", "on-failure");
        policy.setConverter(new Words());
        policy.valueProperty().subscribe((before, now) -> {
            if (!loading && now != null) {
                model.change(RunFlag.RESTART, spec -> spec.with(RunFlag.RESTART, now));
            }
        });
        remove.setId("run-rm");
        remove.selectedProperty().subscribe((before, now) -> {
            if (!loading) {
                model.change(RunFlag.RM, spec -> spec.with(RunFlag.RM, now));
            }
        });
        HBox row = new HBox(16, policy, remove);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        content().getChildren().add(row);
        foldable();
    }

    /// The engine's word, said plainly.
    static String words(String policy) {
        return new Words().toString(policy.equals("no") ? "" : policy);
    }

    @Override
    String summary(RunSpec spec) {
        return words(spec.value(RunFlag.RESTART).orElse("")) + (spec.isOn(RunFlag.RM) ? ", removed when it ends" : "");
    }

    @Override
    boolean isUsed(RunSpec spec) {
        return spec.isOn(RunFlag.RM);
    }

    @Override
    void load() {
        loading = true;
        String value = model.specProperty().get().value(RunFlag.RESTART).orElse("");
        String known = value.equals("no") ? "" : value;
        if (!policy.getItems().contains(known)) {
            policy.getItems().add(known);
        }
        policy.setValue(known);
        remove.setSelected(model.specProperty().get().isOn(RunFlag.RM));
        loading = false;
    }

    @Override
    void focusField() {
        policy.requestFocus();
    }

    /// The engine's words, said plainly.
    private static final class Words extends StringConverter<String> {
        private static final List<String> NAMES = List.of("", "always", "unless-stopped", "on-failure");
        private static final List<String> TEXTS = List.of("Never", "Always", "Unless stopped", "When it fails");

        @Override
        public String toString(String name) {
            int at = name == null ? 0 : NAMES.indexOf(name);
            return at < 0 ? name : TEXTS.get(at);
        }

        @Override
        public String fromString(String text) {
            int at = TEXTS.indexOf(text);
            return at < 0 ? text : NAMES.get(at);
        }
    }
}
