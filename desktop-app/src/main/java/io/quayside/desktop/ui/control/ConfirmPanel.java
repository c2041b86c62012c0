package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Shows a [Confirmation]: the list of what goes, the name to type where one is asked for, Cancel and the act. The
/// focus
/// starts on Cancel; Esc cancels; Enter presses the focused button and, in the name field, acts once the name is right.
public final class ConfirmPanel extends VBox {
    private static final double WIDTH = 480;
    private static final int LINES_WITHOUT_SCROLLING = 8;

    private final ActionButton cancel;
    private final ActionButton act;
    private final VBox body = new VBox();
    private boolean answered;

    public ConfirmPanel(Confirmation confirmation, Runnable onConfirm, Runnable onCancel) {
        getStyleClass().add(StyleClasses.CONFIRM);
        body.spacingProperty().bind(spacingProperty());
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        cancel = new ActionButton("Cancel", () -> answer(onCancel));
        cancel.setDefaultButton(false);
        act = new ActionButton(confirmation.actLabel(), () -> answer(onConfirm));
        act.getStyleClass().add(StyleClasses.DANGER_PRIMARY);
        getChildren().addAll(title(confirmation.title()), body);
        say(confirmation);
        confirmation.later().ifPresent(later -> later.subscribe((before, now) -> say(now)));
        confirmation.typedName().ifPresent(name -> getChildren().add(nameField(name)));
        getChildren().add(buttons());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel.fire();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                cancel.requestFocus();
            }
        });
    }

    /// The act takes nothing away, so its button isn't red.
    public ConfirmPanel harmless() {
        act.getStyleClass().remove(StyleClasses.DANGER_PRIMARY);
        act.primary();
        return this;
    }

    private void say(Confirmation confirmation) {
        setAccessibleText(confirmation.title() + " " + confirmation.text());
        body.getChildren().setAll(text(confirmation.text()));
        if (!confirmation.lines().isEmpty()) {
            body.getChildren().add(list(confirmation));
        }
    }

    /// Puts the focus where it starts.
    public void focusCancel() {
        cancel.requestFocus();
    }

    private void answer(Runnable action) {
        if (!answered) {
            answered = true;
            action.run();
        }
    }

    private static Label title(String content) {
        Label label = new Label(content);
        label.getStyleClass().add(StyleClasses.SECTION_TITLE);
        label.setWrapText(true);
        return label;
    }

    private static Label text(String content) {
        Label label = new Label(content);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node list(Confirmation confirmation) {
        VBox rows = new VBox();
        rows.getStyleClass().add("what-goes");
        for (Confirmation.Line line : confirmation.lines()) {
            Label name = new Label(line.name());
            name.getStyleClass().add(StyleClasses.MEDIUM);
            Label detail = new Label(line.detail());
            detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            detail.setMinWidth(USE_PREF_SIZE);
            Gap gap = new Gap();
            HBox row = new HBox(8, name, gap, detail);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("line");
            rows.getChildren().add(row);
        }
        if (confirmation.lines().size() <= LINES_WITHOUT_SCROLLING) {
            return rows;
        }
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(LINES_WITHOUT_SCROLLING * 28.0);
        scroll.setAccessibleText("What goes");
        return scroll;
    }

    private Node nameField(String name) {
        Label question = new Label("Type " + name + " to go on.");
        question.setWrapText(true);
        TextField field = new TextField();
        field.setAccessibleText("Type " + name + " to go on");
        question.setLabelFor(field);
        field.textProperty()
                .subscribe(typed -> act.setUnavailable(
                        typed.strip().equals(name) ? Optional.empty() : Optional.of("Type the name first")));
        field.setOnAction(event -> {
            event.consume();
            act.fire();
        });
        return new VBox(4, question, field);
    }

    private Node buttons() {
        HBox row = new HBox(8, cancel, act);
        row.setAlignment(Pos.CENTER_RIGHT);
        row.getStyleClass().add("actions");
        return row;
    }
}
