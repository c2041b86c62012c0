package io.quayside.desktop.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;

/// Moves between pages and remembers the way. FX thread.
public interface Navigator {
    void go(Location location);

    void back();

    void forward();

    /// Whether there is such a page; [#go(Location)] does nothing for others.
    default boolean knows(Location location) {
        return true;
    }

    ReadOnlyObjectProperty<Location> currentProperty();
}
