package io.quayside.desktop.ui.images.row;

import io.quayside.desktop.ui.list.ListRow;

/// One name of an image in the list. The same object as long as the name is there, whatever it comes to stand for.
public final class ImageRow extends ListRow<ImageLine> implements ImageItem {
    /// @param key its reference, see [ImageName#reference()]
    public ImageRow(String key, ImageLine line) {
        super(key, line);
    }

    public String key() {
        return id();
    }
}
