package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands where a list would: a title, a sentence, and what can be done.
public final class EmptyState extends VBox {
    public EmptyState(String title, String text, List<? extends Node> actions) {
        getStyleClass().add(StyleClasses.EMPTY_STATE);
        setAlignment(Pos.CENTER);
        Label titleLabel = new Label(title);
        titleLabel.getStyleClass().add(StyleClasses.SECTION_TITLE);
        getChildren().add(titleLabel);
        if (!text.isEmpty()) {
            Label textLabel = new Label(text);
            textLabel.getStyleClass().add(StyleClasses.MUTED);
            textLabel.setWrapText(true);
            getChildren().add(textLabel);
        }
        if (!actions.isEmpty()) {
            HBox row = new HBox(8);
            row.setAlignment(Pos.CENTER);
            row.getStyleClass().add("actions");
            row.getChildren().setAll(actions);
            getChildren().add(row);
        }
    }

    public EmptyState(String title, String text, Node... actions) {
        this(title, text, List.of(actions));
    }
}
