package io.quayside.desktop.ui.shell;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;

/// The one place above the page for something that has to be answered first: the palette, and deleting what can't be
/// made again. FX thread.
public interface Modal {
    /// Shows `content` over a scrim and moves the focus into it, where it stays. What was shown before is dismissed.
    ///
    /// @param position `TOP_CENTER` is 96 px below the top
    /// @param dismissed runs when Esc or a click beside it closes it; it is closed already then
    void show(Region content, Pos position, Runnable dismissed);

    /// Shows a question in the middle.
    default void show(Region content, Runnable dismissed) {
        show(content, Pos.CENTER, dismissed);
    }

    /// Closes it and puts the focus back to where it was.
    void close();

    ReadOnlyBooleanProperty openProperty();
}
