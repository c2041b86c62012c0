package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A part of the form: its name at the left, its fields beside it, what is wrong with them and what they were below.
/// One
/// that is rarely used can be folded to a line with its present value.
abstract class FormSection extends HBox {
    private static final double NAMES = 140;

    private final String name;
    private final Set<RunFlag> flags;
    private final VBox content = new VBox(8);
    private final FlowPane were = new FlowPane(12, 2);
    private final Label sub = new Label();
    private final Label fault = new Label();
    private final FlowPane faultLine = new FlowPane(8, 2, fault);
    private Consumer<RunFault.Fix> fixing = fix -> {};
    private final Label summary = new Label();
    private final HBox folded = new HBox(12, summary);
    private final VBox names;
    private final VBox right = new VBox(6);
    private final IconButton fold = new IconButton(Icons.CHEVRON_RIGHT, "Show", () -> open(!isOpen()));
    private Runnable shown = () -> {};
    private boolean folds;

    /// @param flags the options that it is about
    FormSection(String name, String hint, RunFlag... flags) {
        this.name = name;
        this.flags = Set.of(flags);
        getStyleClass().add(FormStyle.SECTION);
        Label title = new Label(name);
        title.getStyleClass().add(StyleClasses.STRONG);
        sub.setText(hint);
        sub.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
        sub.setWrapText(true);
        sub.managedProperty().bind(sub.visibleProperty());
        fold.setVisible(false);
        fold.setManaged(false);
        HBox head = new HBox(2, fold, title);
        head.setAlignment(Pos.CENTER_LEFT);
        names = new VBox(2, head, sub);
        names.setMinWidth(NAMES);
        names.setPrefWidth(NAMES);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setWrapText(true);
        summary.getStyleClass().add(StyleClasses.MUTED);
        summary.setId("run-summary-" + name.toLowerCase(java.util.Locale.ROOT));
        summary.setVisible(false);
        summary.managedProperty().bind(summary.visibleProperty());
        sub.visibleProperty().bind(summary.visibleProperty().not());
        content.managedProperty().bind(content.visibleProperty());
        were.managedProperty().bind(were.visibleProperty());
        were.setVisible(false);
        folded.setAlignment(Pos.CENTER_LEFT);
        folded.managedProperty().bind(folded.visibleProperty());
        folded.visibleProperty().bind(summary.visibleProperty());
        HBox.setHgrow(were, Priority.ALWAYS);
        right.getChildren().addAll(folded, content, were, faultLine);
        right.setFillWidth(true);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(names, right);
        faultLine.managedProperty().bind(faultLine.visibleProperty());
        faultLine.setVisible(false);
    }

    final String name() {
        return name;
    }

    VBox content() {
        return content;
    }

    /// Says below its name what it is about.
    final void hint(String text) {
        sub.setText(text);
    }

    /// It is folded from now on until somebody opens it.
    final void foldable() {
        folds = true;
        fold.setVisible(true);
        fold.setManaged(true);
        names.setOnMouseClicked(event -> open(!isOpen()));
        names.getStyleClass().add("folds");
        open(false);
    }

    private boolean isOpen() {
        return content.isVisible();
    }

    private void open(boolean is) {
        content.setVisible(is);
        summary.setVisible(!is);
        // What it was stands beside the line that it is folded to.
        (is ? folded : right).getChildren().remove(were);
        if (is && were.getParent() == null) {
            right.getChildren().add(2, were);
        } else if (!is && were.getParent() == null) {
            folded.getChildren().add(were);
        }
        fold.setGraphic((is ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).node(Icons.SMALL));
        fold.setName((is ? "Fold " : "Show the fields of ") + name);
        shown.run();
    }

    /// Shows what the model says now.
    abstract void load();

    /// Its present value in words, for a section that folds.
    String summary(RunSpec spec) {
        return "";
    }

    /// Whether it says something that isn't so by default.
    boolean isUsed(RunSpec spec) {
        return flags.stream().anyMatch(flag -> !spec.values(flag).isEmpty());
    }

    /// Opens what is used, folds the rest.
    final void arrange(RunSpec spec) {
        if (folds) {
            open(isUsed(spec));
        }
    }

    final void summarize(RunSpec spec) {
        summary.setText(summary(spec));
    }

    /// Moves the focus to its first field.
    final void focus() {
        if (folds) {
            open(true);
        }
        focusField();
    }

    abstract void focusField();

    /// Moves the focus to where a fault of this section can be put right.
    final void focus(RunFault one) {
        if (folds) {
            open(true);
        }
        focusField(one);
    }

    /// To the field that a fault is about, where it has one; else to the first.
    void focusField(RunFault one) {
        focusField();
    }

    boolean isAbout(RunFault one) {
        return one.flag().map(flags::contains).orElse(flags.isEmpty());
    }

    boolean isAbout(SpecChange one) {
        return one.flag().filter(flags::contains).isPresent();
    }

    Set<RunFlag> flags() {
        return flags;
    }

    /// Shows those that are about its options.
    void faults(List<RunFault> all) {
        String words = all.stream().filter(this::isAbout).map(RunFault::words).collect(Collectors.joining(" "));
        fault.setText(words);
        faultLine.setVisible(!words.isEmpty());
        faultLine.getChildren().setAll(fault);
        all.stream().filter(this::isAbout).flatMap(one -> one.fix().stream()).forEach(fix -> {
            Hyperlink link = new Hyperlink(fix.label());
            link.getStyleClass().add(StyleClasses.META);
            link.setOnAction(event -> fixing.accept(fix));
            faultLine.getChildren().add(link);
        });
    }

    /// Takes what puts a fault right.
    final void onFix(Consumer<RunFault.Fix> act) {
        fixing = act;
    }

    /// Shows what its options were, each where its field is.
    final void changes(List<SpecChange> all, Consumer<SpecChange> undo) {
        List<SpecChange> own = all.stream().filter(this::isAbout).toList();
        pseudoClassStateChanged(FormStyle.CHANGED, !own.isEmpty());
        List<SpecChange> rest = isOpen() ? placed(own, undo) : own;
        were.getChildren()
                .setAll(rest.stream()
                        .map(one ->
                                FormStyle.was(one, flags.size() == 1 && !SpecWords.named(one) ? "" : one.title(), undo))
                        .toList());
        were.setVisible(!rest.isEmpty());
        shown = () -> changes(all, undo);
    }

    /// Shows what was changed at the fields that it is about.
    ///
    /// @return those that have no field
    List<SpecChange> placed(List<SpecChange> own, Consumer<SpecChange> undo) {
        return own;
    }
}
