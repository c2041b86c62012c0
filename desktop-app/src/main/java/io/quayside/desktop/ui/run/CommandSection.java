package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunLine;
import io.quayside.engine.run.RunLineException;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import io.quayside.engine.run.ShellQuote;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextArea;

/// The command, as it is typed in a shell.
final class CommandSection extends FormSection {
    private final RunViewModel model;
    private final TextArea field = new TextArea();
    private Optional<RunFault> own = Optional.empty();
    private List<RunFault> others = List.of();
    private boolean loading;

    CommandSection(RunViewModel model) {
        super("Command", "Instead of the image's");
        this.model = model;
        field.setId("run-command");
        // Scripts have lines, which a field of one line would drop.
        field.setPrefRowCount(2);
        field.setWrapText(true);
        field.setAccessibleText("Command");
        field.getStyleClass().add(StyleClasses.MONO);
        content().getChildren().add(field);
        foldable();
        model.inheritedProperty().subscribe(ignored -> inherit());
        model.specProperty().subscribe(ignored -> inherit());
        field.textProperty().subscribe((before, now) -> {
            if (!loading) {
                read(now);
            }
        });
    }

    private void inherit() {
        field.setPromptText(Inherited.command(model));
        summarize(model.specProperty().get());
    }

    private void read(String text) {
        try {
            List<String> words = RunLine.words(text, RunSurroundings.ofThisComputer());
            own = Optional.empty();
            model.command(words);
        } catch (RunLineException e) {
            own = Optional.of(new RunFault(Optional.empty(), text, String.valueOf(e.getMessage())));
        }
        faults(others);
    }

    /// What is wrong with the image is not about the command.
    @Override
    boolean isAbout(RunFault one) {
        return own.filter(one::equals).isPresent();
    }

    @Override
    void faults(List<RunFault> all) {
        others = all;
        super.faults(own.map(List::of).orElse(List.of()));
    }

    @Override
    boolean isAbout(SpecChange one) {
        return one.part() == SpecChange.Part.COMMAND;
    }

    @Override
    String summary(RunSpec spec) {
        return spec.command().isEmpty()
                ? Inherited.command(model)
                : SafeText.line(ShellQuote.words(spec.command()).replaceAll("\\s+", " "));
    }

    @Override
    boolean isUsed(RunSpec spec) {
        return false;
    }

    @Override
    void load() {
        loading = true;
        own = Optional.empty();
        field.setText(ShellQuote.words(model.specProperty().get().command()));
        loading = false;
    }

    @Override
    void focusField() {
        field.requestFocus();
    }
}
