package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.control.Label;

/// A number in a pill, such as the running tasks in the top bar. Takes no room at zero.
public final class CountChip extends Label {
    public CountChip() {
        getStyleClass().addAll(StyleClasses.CHIP, StyleClasses.CHIP_ACCENT, "qs-count");
        setMinWidth(USE_PREF_SIZE);
        setCount(0);
    }

    public void setCount(int count) {
        setText(Integer.toString(count));
        setVisible(count > 0);
        setManaged(count > 0);
    }
}
