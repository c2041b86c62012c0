package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks what of several things is to go: a list, what it comes to, and the act by its name. Esc cancels. FX thread.
public abstract class DeleteChecklist extends VBox {
    private static final double WIDTH = 480;

    private final VBox rows = new VBox();
    private final Label sum = new Label();
    private final ActionButton cancel;
    private final ActionButton act;

    /// @param title "Prune images"
    /// @param list its name for screen readers
    /// @param height of the list
    protected DeleteChecklist(String title, String list, double height, Runnable onCancel) {
        getStyleClass().add(StyleClasses.CONFIRM);
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label name = new Label(title);
        name.getStyleClass().add(StyleClasses.SECTION_TITLE);
        cancel = new ActionButton("Cancel", onCancel);
        act = new ActionButton("Delete", this::act);
        act.getStyleClass().add(StyleClasses.DANGER_PRIMARY);
        rows.getStyleClass().add("what-goes");
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(height);
        scroll.setAccessibleText(list);
        sum.setWrapText(true);
        sum.setMinHeight(USE_PREF_SIZE);
        HBox buttons = new HBox(8, cancel, act);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(name, scroll, sum, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel.fire();
            }
        });
    }

    /// Puts the focus where it starts.
    public final void focusCancel() {
        cancel.requestFocus();
    }

    /// What is checked is to go.
    protected abstract void act();

    /// Stands over the list.
    protected final void above(Node... nodes) {
        getChildren().addAll(1, List.of(nodes));
    }

    /// The list.
    protected final VBox rows() {
        return rows;
    }

    /// What it comes to.
    ///
    /// @param button "Delete 3 images"
    /// @param unavailable why it can't be done now
    protected final void says(String words, String button, Optional<String> unavailable) {
        sum.setText(words);
        act.setText(button);
        act.setUnavailable(unavailable);
    }

    /// A row of the list.
    protected static HBox row(Node name, String sizeWords) {
        Label size = new Label(sizeWords);
        size.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        size.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        HBox row = new HBox(8, name, gap, size);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("line");
        return row;
    }
}
