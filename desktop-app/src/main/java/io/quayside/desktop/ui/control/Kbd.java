package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.control.Label;

/// A key or a chord in a small frame, such as "Ctrl+K" or, on a Mac, "⌘K".
public final class Kbd extends Label {
    /// Shows exactly this text.
    public Kbd(String text) {
        super(text);
        getStyleClass().add(StyleClasses.KBD);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows keys in the form of the settings file the way this system writes them.
    public static Kbd of(String keys) {
        return new Kbd(KeyChord.parse(keys).map(KeyChord::display).orElse(keys));
    }
}
