package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.FileKind;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/// Kind and name; a link says where it leads.
final class FileNameCell extends TreeTableCell<FileRow, FileRow> {
    FileNameCell() {
        getStyleClass().add("file-name");
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        if (row == null || empty) {
            setText(null);
            setGraphic(null);
            Tip.on(this, "");
            return;
        }
        String target = row.entry().map(FileEntry::target).orElse("");
        String text = target.isEmpty() ? row.label() : row.label() + " → " + SafeText.line(target);
        setText(text);
        setGraphic((row.problem().isPresent() ? Icons.ERROR : icon(row)).node(Icons.SMALL));
        String why = row.problem()
                .map(problem -> problem.why()
                        + problem.engineMessage()
                                .map(words -> "\n" + SafeText.line(words))
                                .orElse(""))
                .orElse(text);
        Tip.on(this, why);
    }

    private static Icons icon(FileRow row) {
        FileKind kind = row.entry().map(FileEntry::kind).orElse(FileKind.FILE);
        return switch (kind) {
            case FOLDER -> Icons.FILES;
            case LINK -> Icons.MOUNTS;
            case DEVICE, PIPE, SOCKET, OTHER -> Icons.DISK;
            case FILE -> Icons.FILE;
        };
    }
}
