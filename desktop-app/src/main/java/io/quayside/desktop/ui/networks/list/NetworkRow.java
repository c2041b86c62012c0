package io.quayside.desktop.ui.networks.list;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One network in the list. The same object as long as it is there. FX thread.
public final class NetworkRow {
    private final String id;
    private final ReadOnlyObjectWrapper<NetworkLine> line;
    private final BooleanProperty checked = new SimpleBooleanProperty();

    NetworkRow(String id, NetworkLine line) {
        this.id = id;
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    public String id() {
        return id;
    }

    public NetworkLine line() {
        return line.get();
    }

    public ReadOnlyObjectProperty<NetworkLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public BooleanProperty checkedProperty() {
        return checked;
    }

    /// Returns whether it says something else now.
    boolean show(NetworkLine next) {
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
