package io.quayside.desktop.ui.run;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How much of the engine's machine it may use: each limit as a slider with a number beside it. The number is what
/// counts; all the way to the left is no limit. FX thread.
final class ResourcesSection extends FormSection {
    private static final double MIB = 1 << 20;
    private static final double MEMORY_STEP = 64 * MIB;
    private static final double CPU_STEP = 0.25;

    private final RunViewModel model;
    private final Limit cpus =
            new Limit(RunFlag.CPUS, "CPUs", "All", CPU_STEP, ResourcesSection::number, value -> plain(value));
    private final Limit memory = new Limit(
            RunFlag.MEMORY,
            "Memory",
            "No limit",
            MEMORY_STEP,
            ResourcesSection::bytes,
            value -> Math.round(value / MIB) + "m");

    ResourcesSection(RunViewModel model) {
        super("Resources", "Limits of this container", RunFlag.CPUS, RunFlag.MEMORY);
        this.model = model;
        content().getChildren().addAll(cpus, memory);
        model.machineProperty().subscribe(this::machine);
        foldable();
    }

    private void machine(EngineFigures now) {
        cpus.most(now.cores(), now.cores() == 1 ? "of 1 core" : "of " + now.cores() + " cores");
        memory.most((double) now.memoryTotal(), "of " + Sizes.of(now.memoryTotal()));
    }

    @Override
    void load() {
        cpus.load();
        memory.load();
    }

    @Override
    String summary(RunSpec spec) {
        return spec.value(RunFlag.CPUS)
                        .map(value -> value + (value.equals("1") ? " CPU" : " CPUs"))
                        .orElse("All CPUs")
                + ", "
                + spec.value(RunFlag.MEMORY).map(value -> value + " memory").orElse("no limit of memory");
    }

    @Override
    boolean isUsed(RunSpec spec) {
        return spec.value(RunFlag.CPUS).isPresent()
                || spec.value(RunFlag.MEMORY).isPresent();
    }

    @Override
    void faults(List<RunFault> faults) {
        super.faults(faults);
        cpus.mark(faults);
        memory.mark(faults);
    }

    @Override
    List<SpecChange> placed(List<SpecChange> own, Consumer<SpecChange> undo) {
        cpus.was(own, undo);
        memory.was(own, undo);
        return List.of();
    }

    @Override
    void focusField(RunFault fault) {
        (fault.flag().filter(RunFlag.MEMORY::equals).isPresent() ? memory : cpus).field.requestFocus();
    }

    @Override
    void focusField() {
        cpus.field.requestFocus();
    }

    static OptionalDouble number(String text) {
        return text.matches("\\d{1,6}(\\.\\d{1,9})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }

    /// "512m", "1.5g", "1024".
    static OptionalDouble bytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!lower.matches("\\d{1,15}(\\.\\d{1,9})?[bkmgt]?b?")) {
            return OptionalDouble.empty();
        }
        String digits = lower.replaceAll("[a-z]+", "");
        int unit = lower.length() == digits.length() ? 0 : Math.max(0, "bkmgt".indexOf(lower.charAt(digits.length())));
        return OptionalDouble.of(Double.parseDouble(digits) * Math.pow(1024, unit));
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /// One limit.
    private final class Limit extends HBox {
        private final RunFlag flag;
        private final Function<String, OptionalDouble> read;
        private final Slider slider = new Slider(0, 1, 0);
        private final TextField field = new TextField();
        private final Label most = new Label();
        private final HBox old = new HBox();
        private boolean loading;
        private String said = "";
        private String of = "";

        Limit(
                RunFlag flag,
                String name,
                String prompt,
                double step,
                Function<String, OptionalDouble> read,
                DoubleFunction<String> write) {
            super(12);
            this.flag = flag;
            this.read = read;
            setAlignment(Pos.CENTER_LEFT);
            Label label = new Label(name);
            label.setMinWidth(56);
            label.setLabelFor(field);
            slider.setAccessibleText(name);
            slider.setBlockIncrement(step);
            HBox.setHgrow(slider, Priority.ALWAYS);
            slider.setDisable(true);
            field.setId("run-" + flag.longName());
            field.setPromptText(prompt);
            field.setAccessibleText(name);
            field.setPrefWidth(92);
            field.setMinWidth(92);
            field.setAlignment(Pos.CENTER_RIGHT);
            field.getStyleClass().add(StyleClasses.MONO);
            most.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            most.setMinWidth(USE_PREF_SIZE);
            old.setAlignment(Pos.CENTER_LEFT);
            old.setManaged(false);
            getChildren().addAll(label, slider, field, most, old);
            field.textProperty().subscribe((before, now) -> {
                slide(now);
                if (!loading) {
                    model.change(flag, spec -> spec.with(flag, now.strip()));
                }
            });
            slider.valueProperty().subscribe((before, now) -> {
                if (!loading) {
                    double stepped = Math.round(now.doubleValue() / step) * step;
                    field.setText(stepped < step ? "" : write.apply(stepped));
                }
            });
        }

        private void slide(String text) {
            boolean was = loading;
            loading = true;
            OptionalDouble value = text.isBlank() ? OptionalDouble.empty() : read.apply(text.strip());
            slider.setValue(text.isBlank() ? 0 : value.orElse(slider.getValue()));
            // The field has the unit of docker, in steps of 1024; here it is as everywhere else in the window.
            boolean sized = flag == RunFlag.MEMORY && value.isPresent() && value.getAsDouble() > 0;
            said = sized ? Sizes.of((long) value.getAsDouble()) : "";
            tell();
            loading = was;
        }

        private void tell() {
            most.setText(said.isEmpty() || of.isEmpty() ? said + of : said + " " + of);
        }

        void most(double value, String words) {
            boolean known = value > 0;
            slider.setDisable(!known);
            of = known ? words : "";
            tell();
            if (known) {
                boolean was = loading;
                loading = true;
                slider.setMax(value);
                loading = was;
                slide(field.getText());
            }
        }

        void load() {
            loading = true;
            field.setText(model.specProperty().get().value(flag).orElse(""));
            loading = false;
        }

        /// In the place of what the machine has.
        void was(List<SpecChange> own, Consumer<SpecChange> undo) {
            old.getChildren().clear();
            Optional<SpecChange> change = own.stream()
                    .filter(one -> one.flag().filter(flag::equals).isPresent())
                    .findFirst();
            most.setVisible(change.isEmpty());
            most.setManaged(change.isEmpty());
            old.setManaged(change.isPresent());
            change.ifPresent(one -> old.getChildren().add(FormStyle.was(one, "", undo)));
        }

        void mark(List<RunFault> faults) {
            field.pseudoClassStateChanged(
                    FormStyle.ERROR,
                    faults.stream()
                            .anyMatch(one -> one.flag().filter(flag::equals).isPresent()));
        }
    }
}
