package io.quayside.desktop.ui.control;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A [Problem]: what happened, why, the engine's own words, and buttons that do something about it.
public final class ProblemPane extends HBox {
    /// Where the buttons stand.
    public enum Form {
        /// Below the text: at the top of a page.
        BANNER,
        /// At the right: under the row it belongs to.
        ROW
    }

    /// How bad it is.
    public enum Level {
        ERROR,
        WARNING
    }

    private static final int LONGEST = 1000;
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Form form;
    private final VBox text = new VBox();
    private final List<Label> extras = new ArrayList<>();
    private Optional<Runnable> dismiss = Optional.empty();

    public ProblemPane(Form form, Problem problem) {
        this(form, Level.ERROR, problem);
    }

    public ProblemPane(Form form, Level level, Problem problem) {
        this.form = form;
        getStyleClass().add(StyleClasses.PROBLEM);
        pseudoClassStateChanged(WARNING, level == Level.WARNING);
        text.getStyleClass().add("text-column");
        setAccessibleText(problem.title() + " " + problem.why());
        setFocusTraversable(false);
        show(level, problem);
    }

    /// Adds a cross that hides the problem. To be called once, right after creation.
    public ProblemPane onDismiss(Runnable action) {
        dismiss = Optional.of(action);
        getChildren().add(new IconButton(Icons.CLOSE, "Dismiss this problem", action));
        return this;
    }

    /// Extra lines in muted text below the sentence, such as "Next try in 8 s". They can change.
    public Label addLine() {
        Label line = label("", StyleClasses.MUTED);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        extras.add(line);
        text.getChildren().add(Math.min(2, text.getChildren().size()), line);
        return line;
    }

    public boolean isDismissible() {
        return dismiss.isPresent();
    }

    private void show(Level level, Problem problem) {
        Node icon = (level == Level.ERROR ? Icons.ERROR : Icons.WARNING).node();
        icon.getStyleClass().add("problem-icon");
        text.getChildren().add(label(problem.title(), StyleClasses.STRONG));
        if (!problem.why().isEmpty()) {
            text.getChildren().add(label(problem.why(), "why"));
        }
        problem.engineMessage().filter(message -> !message.isBlank()).ifPresent(message -> {
            text.getChildren().add(new VerbatimText(message));
        });
        Pane buttons = buttons(problem);
        if (form == Form.BANNER) {
            text.getChildren().add(buttons);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(icon, text);
        if (form == Form.ROW) {
            buttons.setMinWidth(USE_PREF_SIZE);
            getChildren().add(buttons);
        }
    }

    // In a row they stand in one line, as a pane that wraps would take more width than they need from the text.
    private Pane buttons(Problem problem) {
        Pane buttons = form == Form.ROW ? new HBox(8) : new FlowPane(8, 8);
        buttons.getStyleClass().add("actions");
        boolean first = form == Form.BANNER;
        for (Problem.Action action : problem.actions()) {
            ActionButton button = new ActionButton(action.label(), action.run()).small();
            if (first) {
                button.primary();
                first = false;
            }
            buttons.getChildren().add(button);
        }
        ActionButton copy = new ActionButton("Copy", Icons.COPY, () -> copy(problem))
                .small()
                .ghost();
        copy.setHint("Copies the problem with the engine's message and all details");
        buttons.getChildren().add(copy);
        if (!problem.details().isEmpty()) {
            buttons.getChildren().add(detailsButton(problem));
        }
        return buttons;
    }

    private ActionButton detailsButton(Problem problem) {
        TextArea details = new VerbatimText(String.join("\n", problem.details()));
        details.setAccessibleText("Details");
        ActionButton[] self = new ActionButton[1];
        self[0] = new ActionButton("Details", () -> {
            boolean open = text.getChildren().remove(details);
            if (!open) {
                int end = text.getChildren().size();
                text.getChildren().add(form == Form.BANNER ? end - 1 : end, details);
            }
            self[0].setText(open ? "Details" : "Hide details");
        });
        return self[0].small().ghost();
    }

    private static void copy(Problem problem) {
        ClipboardContent content = new ClipboardContent();
        content.putString(problem.asText());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label label(String content, String styleClass) {
        Label label = new Label(SafeText.output(content, LONGEST));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
