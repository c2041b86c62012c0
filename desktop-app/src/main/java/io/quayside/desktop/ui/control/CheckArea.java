package io.quayside.desktop.ui.control;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The box at the left of a row, in a place that is large enough to be hit and keeps clicks from the row. FX thread.
public final class CheckArea extends StackPane {
    private final CheckBox box = new CheckBox();

    public CheckArea() {
        getChildren().add(box);
        box.setFocusTraversable(false);
        setMinSize(44, 28);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 0, 0, 16));
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        setOnMouseClicked(event -> {
            box.fire();
            event.consume();
        });
    }

    public CheckBox box() {
        return box;
    }
}
