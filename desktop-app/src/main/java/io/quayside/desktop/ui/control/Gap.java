package io.quayside.desktop.ui.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Takes the room that is left in a line, so that what follows stands at its right end. FX thread.
public final class Gap extends Region {
    public Gap() {
        HBox.setHgrow(this, Priority.ALWAYS);
    }
}
