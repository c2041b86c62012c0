package io.quayside.desktop.ui.volumes.list;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One volume in the list. The same object as long as it is there. FX thread.
public final class VolumeRow {
    private final String name;
    private final ReadOnlyObjectWrapper<VolumeLine> line;
    private final BooleanProperty checked = new SimpleBooleanProperty();

    VolumeRow(String name, VolumeLine line) {
        this.name = name;
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    public String name() {
        return name;
    }

    public VolumeLine line() {
        return line.get();
    }

    public ReadOnlyObjectProperty<VolumeLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public BooleanProperty checkedProperty() {
        return checked;
    }

    /// Returns whether it says something else now.
    boolean show(VolumeLine next) {
        if (next.equals(line.get())) {
            return false;
        }
        line.set(next);
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
