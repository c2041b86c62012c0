package io.quayside.desktop.ui.list;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One thing in a list. The same object as long as the thing is there, whatever it comes to say. FX thread.
///
/// @param <L> what it says, compared by value
public abstract class ListRow<L> {
    private final String id;
    private final ReadOnlyObjectWrapper<L> line;
    private final BooleanProperty checked = new SimpleBooleanProperty();

    /// @param id unique in the list, and the same as long as the thing is there
    protected ListRow(String id, L line) {
        this.id = id;
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    public final String id() {
        return id;
    }

    public final L line() {
        return line.get();
    }

    public final ReadOnlyObjectProperty<L> lineProperty() {
        return line.getReadOnlyProperty();
    }

    /// Whether its box is checked. Set by the [RowSelection] alone.
    public final BooleanProperty checkedProperty() {
        return checked;
    }

    /// Says this from now on; listeners hear of it only when it differs. Returns whether it does.
    public final boolean show(L next) {
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
