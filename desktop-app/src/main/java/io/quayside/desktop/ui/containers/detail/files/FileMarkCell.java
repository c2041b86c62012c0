package io.quayside.desktop.ui.containers.detail.files;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TreeTableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The mark of a row's path.
final class FileMarkCell extends TreeTableCell<FileRow, FileRow> {
    private final FileMarkLabel label = new FileMarkLabel();
    private Subscription following = Subscription.EMPTY;

    FileMarkCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setGraphic(label);
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        following =
                row == null || empty ? Subscription.EMPTY : row.markProperty().subscribe(this::show);
        if (row == null || empty) {
            show(FileMark.NONE);
        }
    }

    private void show(FileMark mark) {
        label.show(mark);
        // What is read aloud and found is the cell's text.
        setText(mark.text());
    }
}
