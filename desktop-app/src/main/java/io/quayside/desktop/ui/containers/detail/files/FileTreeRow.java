package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.files.FileKind;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// One row; it speaks as a sentence.
final class FileTreeRow extends TreeTableRow<FileRow> {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    FileTreeRow(Consumer<FileRow> open) {
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            FileRow row = getItem();
            if (row != null
                    && !row.isFolder()
                    && event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2) {
                open.accept(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable FileRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(
                GONE, row != null && !empty && !row.isThere() && row.problem().isEmpty());
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        FileRow row = getItem();
        if (attribute != AccessibleAttribute.TEXT || row == null) {
            return super.queryAccessibleAttribute(attribute, parameters);
        }
        String kind =
                row.isFolder() ? "folder" : row.entry().map(e -> kind(e.kind())).orElse("file");
        String mark = row.markProperty().get().text();
        Optional<String> size =
                row.entry().filter(e -> e.kind() == FileKind.FILE).map(e -> Sizes.spoken(e.size()));
        return row.label() + ", " + kind + size.map(it -> ", " + it).orElse("") + (mark.isEmpty() ? "" : ", " + mark);
    }

    private static String kind(FileKind kind) {
        return switch (kind) {
            case FILE -> "file";
            case FOLDER -> "folder";
            case LINK -> "link";
            case DEVICE -> "device";
            case PIPE -> "pipe";
            case SOCKET -> "socket";
            case OTHER -> "special file";
        };
    }
}
