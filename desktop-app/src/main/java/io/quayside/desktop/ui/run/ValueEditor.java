package io.quayside.desktop.ui.run;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;

/// The fields of one value of an option. FX thread.
interface ValueEditor {
    /// Makes one.
    @FunctionalInterface
    interface Factory {
        /// @param value empty for a new one
        /// @param removed is asked to take it away
        ValueEditor of(String value, Runnable changed, Runnable removed);
    }

    Node node();

    /// The value, empty for a row with nothing in it. One that nobody touched is what it was, to the byte.
    String value();

    void focus();

    /// Shows whether something is wrong with it.
    void mark(boolean wrong);

    /// Shows beside it what the value was before an edit; empty where it is as it was.
    void was(Optional<SpecChange> change, Consumer<SpecChange> undo);
}
