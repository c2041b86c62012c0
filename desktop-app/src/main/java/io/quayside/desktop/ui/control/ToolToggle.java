package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/// A small button of a toolbar that is on or off. Its name is its tooltip too.
public final class ToolToggle extends ToggleButton {
    /// @param text on it, or empty for one with an icon
    /// @param name what is on or off
    public ToolToggle(String text, @Nullable Node graphic, String name, BooleanProperty value) {
        super(text, graphic);
        getStyleClass().addAll(StyleClasses.SMALL, "tool");
        setAccessibleText(name);
        Tip.on(this, name);
        selectedProperty().bindBidirectional(value);
        setMinWidth(USE_PREF_SIZE);
    }
}
