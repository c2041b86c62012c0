package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.HeaderCheck;
import io.quayside.desktop.ui.images.row.ImageBook;
import io.quayside.desktop.ui.images.row.ImageRow;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// The row the keyboard is on, and the rows whose boxes are checked. Actions go to the checked ones, or to the current
/// one when none is checked. Kept by name, so it survives every update. FX thread.
public final class ImageSelection implements HeaderCheck.Checks {
    private final ImageBook book;
    private final Set<String> checked = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper checkedCount = new ReadOnlyIntegerWrapper();
    private Optional<String> current = Optional.empty();

    ImageSelection(ImageBook book) {
        this.book = book;
    }

    @Override
    public ReadOnlyIntegerProperty checkedCountProperty() {
        return checkedCount.getReadOnlyProperty();
    }

    public void setCurrent(Optional<String> key) {
        current = key;
    }

    @Override
    public boolean isChecked(String key) {
        return checked.contains(key);
    }

    @Override
    public void setChecked(Collection<String> keys, boolean on) {
        for (String key : keys) {
            ImageRow row = book.row(key);
            if (on && row != null) {
                checked.add(key);
            } else {
                checked.remove(key);
            }
            if (row != null) {
                row.checkedProperty().set(checked.contains(key));
            }
        }
        checkedCount.set(checked.size());
    }

    public void toggle(String key) {
        setChecked(List.of(key), !isChecked(key));
    }

    public void clear() {
        setChecked(List.copyOf(checked), false);
    }

    /// Forgets rows that are gone.
    void retain() {
        checked.removeIf(key -> book.row(key) == null);
        checkedCount.set(checked.size());
        current = current.filter(key -> book.row(key) != null);
    }

    /// What an action goes to.
    public List<ImageRow> targets() {
        Stream<String> keys = checked.isEmpty() ? current.stream() : checked.stream();
        return keys.map(book::row).filter(Objects::nonNull).toList();
    }
}
