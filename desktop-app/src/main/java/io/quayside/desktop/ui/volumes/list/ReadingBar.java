package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// Says that something is read, where it will be shown.
final class ReadingBar extends VBox {
    ReadingBar(String text) {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add("read-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.MUTED, "read-line");
        getChildren().addAll(bar, label);
    }
}
