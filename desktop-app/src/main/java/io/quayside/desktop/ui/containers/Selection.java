package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.RowBook;
import io.quayside.desktop.ui.control.HeaderCheck;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The row the keyboard is on, and the rows whose boxes are checked. Actions go to the checked ones, or to the current
/// one when none is checked. Kept by id, so it survives every update. FX thread.
public final class Selection implements HeaderCheck.Checks {
    private final RowBook book;
    private final Set<String> checked = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper checkedCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Runnable changed;

    Selection(RowBook book, Runnable changed) {
        this.book = book;
        this.changed = changed;
    }

    @Override
    public ReadOnlyIntegerProperty checkedCountProperty() {
        return checkedCount.getReadOnlyProperty();
    }

    /// The id of the row the keyboard is on, if it is a container.
    public ReadOnlyObjectProperty<Optional<String>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public void setCurrent(Optional<String> id) {
        if (!id.equals(current.get())) {
            current.set(id);
            changed.run();
        }
    }

    @Override
    public boolean isChecked(String id) {
        return checked.contains(id);
    }

    @Override
    public void setChecked(Collection<String> ids, boolean on) {
        for (String id : ids) {
            if (on && book.row(id) != null) {
                checked.add(id);
            } else {
                checked.remove(id);
            }
            mark(id);
        }
        told();
    }

    public void toggle(String id) {
        setChecked(List.of(id), !isChecked(id));
    }

    public void clear() {
        setChecked(List.copyOf(checked), false);
    }

    /// Forgets rows that are gone.
    void retain() {
        if (checked.removeIf(id -> book.row(id) == null)) {
            told();
        }
        if (current.get().isPresent() && book.row(current.get().get()) == null) {
            setCurrent(Optional.empty());
        }
    }

    /// What an action goes to.
    public List<ContainerRow> targets() {
        Stream<String> ids = checked.isEmpty() ? current.get().stream() : checked.stream();
        return ids.map(book::row).filter(java.util.Objects::nonNull).toList();
    }

    private void mark(String id) {
        ContainerRow row = book.row(id);
        if (row != null) {
            row.checkedProperty().set(checked.contains(id));
        }
    }

    private void told() {
        checkedCount.set(checked.size());
        changed.run();
    }
}
