package io.quayside.desktop.ui.control;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Words that appear where the pointer rests. A tooltip is a window of its own, so each is made when its control is
/// first pointed at: a list has hundreds of them that nobody ever sees. FX thread.
public final class Tip {
    private Tip() {}

    /// The control says these words from now on, in place of those it had; nothing if they are empty.
    public static void on(Control control, String words) {
        boolean known = control.getProperties().put(Tip.class, words) != null;
        if (control.getTooltip() != null) {
            show(control, words);
        }
        if (!known) {
            control.addEventHandler(
                    MouseEvent.MOUSE_ENTERED,
                    ignored ->
                            show(control, String.valueOf(control.getProperties().get(Tip.class))));
        }
    }

    private static void show(Control control, String words) {
        Tooltip present = control.getTooltip();
        if (words.isEmpty()) {
            control.setTooltip(null);
        } else if (present == null) {
            control.setTooltip(new Tooltip(words));
        } else {
            present.setText(words);
        }
    }
}
