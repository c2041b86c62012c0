package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One setting: its name and what it means at the left, its control at the right, a rule below.
public final class SettingRow extends HBox {
    private final Label meaning;

    public SettingRow(String title, String text, Node control) {
        getStyleClass().add("qs-setting-row");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(title);
        name.getStyleClass().add(StyleClasses.MEDIUM);
        name.setLabelFor(control);
        meaning = new Label(text);
        meaning.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(1, name, meaning);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(words, control);
    }

    /// Says something else below the name.
    public void say(String text) {
        meaning.setText(text);
    }
}
