package io.quayside.desktop.ui.list;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The row the keyboard is on, and the rows whose boxes are checked. Actions go to the checked ones, or to the current
/// one when none is checked. Kept by key, so it survives every update. FX thread.
///
/// @param <R> a row
public class RowSelection<R extends ListRow<?>> implements HeaderCheck.Checks {
    private final Function<String, @Nullable R> rows;
    private final Runnable changed;
    private final Set<String> checked = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper checkedCount = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param rows the row of a key, while there is one
    public RowSelection(Function<String, @Nullable R> rows) {
        this(rows, () -> {});
    }

    /// @param rows the row of a key, while there is one
    /// @param changed runs after each change
    public RowSelection(Function<String, @Nullable R> rows, Runnable changed) {
        this.rows = rows;
        this.changed = changed;
    }

    @Override
    public ReadOnlyIntegerProperty checkedCountProperty() {
        return checkedCount.getReadOnlyProperty();
    }

    /// The key of the row the keyboard is on.
    public ReadOnlyObjectProperty<Optional<String>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The row the keyboard is on.
    public Optional<R> current() {
        return current.get().flatMap(key -> Optional.ofNullable(rows.apply(key)));
    }

    public void setCurrent(Optional<String> key) {
        if (!key.equals(current.get())) {
            current.set(key);
            changed.run();
        }
    }

    @Override
    public boolean isChecked(String key) {
        return checked.contains(key);
    }

    @Override
    public void setChecked(Collection<String> keys, boolean on) {
        for (String key : keys) {
            R row = rows.apply(key);
            if (on && row != null) {
                checked.add(key);
            } else {
                checked.remove(key);
            }
            if (row != null) {
                row.checkedProperty().set(checked.contains(key));
            }
        }
        told();
    }

    public void toggle(String key) {
        setChecked(List.of(key), !isChecked(key));
    }

    public void clear() {
        setChecked(List.copyOf(checked), false);
    }

    /// Forgets rows that are gone.
    public void retain() {
        if (checked.removeIf(key -> rows.apply(key) == null)) {
            told();
        }
        if (current.get().filter(key -> rows.apply(key) == null).isPresent()) {
            setCurrent(Optional.empty());
        }
    }

    /// What an action goes to.
    public List<R> targets() {
        Stream<String> keys = checked.isEmpty() ? current.get().stream() : checked.stream();
        return keys.<@Nullable R>map(rows).filter(Objects::nonNull).toList();
    }

    /// What the menu of a row goes to: the checked ones if it is among them, else itself.
    public List<R> targets(R row) {
        return isChecked(row.id()) ? targets() : List.of(row);
    }

    private void told() {
        checkedCount.set(checked.size());
        changed.run();
    }
}
