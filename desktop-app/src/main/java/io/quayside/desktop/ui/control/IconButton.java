package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.control.ContentDisplay;

/// A 28 by 28 px button with an icon. Its name says action and object, "Stop web", and is its tooltip too.
public final class IconButton extends ActionButton {
    public IconButton(Icons icon, String name, Runnable action) {
        this(icon, Icons.SMALL, name, action);
    }

    public IconButton(Icons icon, int size, String name, Runnable action) {
        super(name, action);
        setGraphic(icon.node(size));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        getStyleClass().add(StyleClasses.ICON_BUTTON);
        setHint(name);
    }

    /// Another name, for a button whose object or action changes.
    public void setName(String name) {
        if (!name.equals(getText())) {
            setText(name);
            setHint(name);
        }
    }
}
