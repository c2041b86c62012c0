package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.ui.builds.form.BuildFault.Part;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A part of the form: its name at the left, its fields beside it, what is wrong with them below. One that is rarely
/// used is folded to a line with its present value. FX thread.
final class BuildSection extends HBox {
    static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final double NAMES = 140;

    private final String name;
    private final Set<Part> parts;
    private final Label sub = new Label();
    private final Label fault = new Label();
    private final Label summary = new Label();
    private final VBox content = new VBox(8);
    private final VBox names = new VBox(2);
    private final IconButton fold = new IconButton(Icons.CHEVRON_RIGHT, "Show", this::toggle);
    private Runnable focus = () -> {};
    private boolean folds;

    /// @param focus moves the focus to its first field
    BuildSection(String name, String hint, Set<Part> parts, Runnable focus, Node... fields) {
        this.name = name;
        this.parts = parts;
        this.focus = focus;
        getStyleClass().add("form-section");
        Label title = new Label(name);
        title.getStyleClass().add(StyleClasses.STRONG);
        sub.setText(hint);
        sub.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
        sub.setWrapText(true);
        sub.managedProperty().bind(sub.visibleProperty());
        sub.setVisible(!hint.isEmpty());
        fold.setVisible(false);
        fold.setManaged(false);
        HBox head = new HBox(2, fold, title);
        head.setAlignment(Pos.CENTER_LEFT);
        names.getChildren().setAll(head, sub);
        names.setMinWidth(NAMES);
        names.setPrefWidth(NAMES);
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setId("build-fault-" + id);
        fault.setWrapText(true);
        fault.setMinHeight(USE_PREF_SIZE);
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        summary.getStyleClass().add(StyleClasses.MUTED);
        summary.setId("build-summary-" + id);
        summary.setVisible(false);
        summary.managedProperty().bind(summary.visibleProperty());
        content.managedProperty().bind(content.visibleProperty());
        content.getChildren().setAll(fields);
        VBox right = new VBox(6, summary, content, fault);
        right.setMinWidth(0);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().setAll(names, right);
    }

    /// Folded from now on until somebody opens it.
    BuildSection foldable() {
        folds = true;
        fold.setVisible(true);
        fold.setManaged(true);
        fold.setId("build-fold-" + name.toLowerCase(Locale.ROOT));
        names.setOnMouseClicked(event -> toggle());
        names.getStyleClass().add("folds");
        open(false);
        return this;
    }

    private void toggle() {
        open(!content.isVisible());
    }

    void open(boolean is) {
        if (folds) {
            content.setVisible(is);
            summary.setVisible(!is);
            sub.setVisible(is);
            fold.setGraphic((is ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).node(Icons.SMALL));
            fold.setName((is ? "Fold " : "Show the fields of ") + name);
        }
    }

    /// Its present value, for the line to which it is folded.
    void summarize(String words) {
        summary.setText(words);
    }

    void hint(String words) {
        sub.setText(words);
        sub.setVisible(!words.isEmpty());
    }

    boolean isAbout(BuildFault one) {
        return parts.contains(one.part());
    }

    /// Shows those that are about it.
    ///
    /// @return whether there are any
    boolean faults(List<BuildFault> all) {
        String words = all.stream()
                .filter(this::isAbout)
                .map(BuildFault::words)
                .distinct()
                .collect(Collectors.joining(" "));
        fault.setText(words);
        fault.setVisible(!words.isEmpty());
        return !words.isEmpty();
    }

    void focus() {
        open(true);
        focus.run();
    }

    /// A field of one line in the form's looks.
    static <T extends TextField> T dress(T field, String id, String prompt, String name) {
        if (!id.isEmpty()) {
            field.setId(id);
        }
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.getStyleClass().add(StyleClasses.MONO);
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    /// What adds a row.
    static ActionButton adds(String text, String id, Runnable act) {
        ActionButton add = new ActionButton(text, Icons.ADD, act).ghost().small();
        add.getStyleClass().addAll(StyleClasses.LINK, "add");
        add.setId(id);
        return add;
    }
}
