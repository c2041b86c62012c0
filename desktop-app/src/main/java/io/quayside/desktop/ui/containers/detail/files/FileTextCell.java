package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.files.FileEntry;
import java.util.function.Function;
import javafx.scene.control.TreeTableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One fact about a file.
final class FileTextCell extends TreeTableCell<FileRow, FileRow> {
    private final Function<FileEntry, String> text;
    private Subscription following = Subscription.EMPTY;

    FileTextCell(Function<FileEntry, String> text) {
        this.text = text;
        getStyleClass().addAll("file-fact", StyleClasses.MUTED);
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (row == null || empty) {
            setText("");
        } else {
            following = row.entryProperty()
                    .subscribe(entry -> setText(entry.map(text).orElse("")));
        }
    }
}
