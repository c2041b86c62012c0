package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.RowSelection;
import io.quayside.desktop.ui.images.row.ImageBook;
import io.quayside.desktop.ui.images.row.ImageRow;

/// The images that actions go to, by their names. FX thread.
public final class ImageSelection extends RowSelection<ImageRow> {
    ImageSelection(ImageBook book) {
        super(book::row, ImageRow::checkedProperty, () -> {});
    }
}
