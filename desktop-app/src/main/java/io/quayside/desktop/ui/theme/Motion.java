package io.quayside.desktop.ui.theme;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// Whether things may move. One value for the process, like the theme itself; [Themes] sets it. FX thread.
public final class Motion {
    private static final ReadOnlyBooleanWrapper REDUCED = new ReadOnlyBooleanWrapper();

    private Motion() {}

    public static ReadOnlyBooleanProperty reducedProperty() {
        return REDUCED.getReadOnlyProperty();
    }

    public static boolean isReduced() {
        return REDUCED.get();
    }

    /// How long panels and popovers take to come and go: 120 ms, or nothing.
    public static Duration panel() {
        return isReduced() ? Duration.ONE : Duration.millis(120);
    }

    /// How long a progress bar takes to its new value: 200 ms, or nothing.
    public static Duration progress() {
        return isReduced() ? Duration.ONE : Duration.millis(200);
    }

    static void setReduced(boolean reduced) {
        REDUCED.set(reduced);
    }
}
