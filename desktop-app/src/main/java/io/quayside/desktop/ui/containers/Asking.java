package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.control.Confirmation;

/// Asks before something goes for good.
@FunctionalInterface
public interface Asking {
    /// Shows the question; `act` runs when it is confirmed.
    void ask(Confirmation question, Runnable act);
}
