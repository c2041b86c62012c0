package io.quayside.desktop.ui.images.row;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One name of an image in the list. The same object as long as the name is there, whatever it comes to stand for. FX
/// thread.
public final class ImageRow implements ImageItem {
    private final String key;
    private final ReadOnlyObjectWrapper<ImageLine> line;
    private final BooleanProperty checked = new SimpleBooleanProperty();

    /// @param key its reference, see [ImageName#reference()]
    public ImageRow(String key, ImageLine line) {
        this.key = key;
        this.line = new ReadOnlyObjectWrapper<>(line);
    }

    public String key() {
        return key;
    }

    public ImageLine line() {
        return line.get();
    }

    public ReadOnlyObjectProperty<ImageLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public BooleanProperty checkedProperty() {
        return checked;
    }

    /// Returns whether it says something else now.
    boolean show(ImageLine next) {
        if (next.equals(line.get())) {
            return false;
        }
        line.set(next);
        return true;
    }

    @Override
    public String toString() {
        return key;
    }
}
