package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A part of the form: its name at the left, its fields beside it, what is wrong with them below.
abstract class FormSection extends HBox {
    private static final double NAMES = 140;

    private final Set<RunFlag> flags;
    private final VBox content = new VBox(8);
    private final Label fault = new Label();

    /// @param flags the options that it is about
    FormSection(String name, String hint, RunFlag... flags) {
        this.flags = Set.of(flags);
        getStyleClass().add(FormStyle.SECTION);
        Label title = new Label(name);
        title.getStyleClass().add(StyleClasses.STRONG);
        Label sub = new Label(hint);
        sub.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
        sub.setWrapText(true);
        VBox names = new VBox(2, title, sub);
        names.setMinWidth(NAMES);
        names.setPrefWidth(NAMES);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setWrapText(true);
        VBox right = new VBox(6, content, fault);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(names, right);
        fault.setVisible(false);
        fault.setManaged(false);
    }

    VBox content() {
        return content;
    }

    /// Shows what the model says now.
    abstract void load();

    /// Moves the focus to its first field.
    abstract void focus();

    boolean isAbout(RunFault one) {
        return one.flag().map(flags::contains).orElse(flags.isEmpty());
    }

    Set<RunFlag> flags() {
        return flags;
    }

    /// Shows those that are about its options.
    void faults(List<RunFault> all) {
        String words = all.stream().filter(this::isAbout).map(RunFault::words).collect(Collectors.joining(" "));
        fault.setText(words);
        fault.setVisible(!words.isEmpty());
        fault.setManaged(!words.isEmpty());
    }
}
