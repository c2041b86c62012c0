package io.quayside.desktop.ui.builds.list;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One build in the list. The same object as long as it is there. FX thread.
public final class BuildRow {
    private final String id;
    private final ReadOnlyObjectWrapper<BuildLine> line;
    private final BooleanProperty checked = new SimpleBooleanProperty();

    BuildRow(String id, BuildLine line) {
        this.id = id;
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    public String id() {
        return id;
    }

    public BuildLine line() {
        return line.get();
    }

    public ReadOnlyObjectProperty<BuildLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public BooleanProperty checkedProperty() {
        return checked;
    }

    /// Returns whether it says something else now.
    boolean show(BuildLine next) {
        if (next.equals(line.get())) {
            return false;
        }
        line.set(next);
        return true;
    }

    @Override
    public String toString() {
        return id;
    }
}
