package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// How the path differs from the image, by letter, word and outline, or what is mounted there.
final class FileMarkCell extends TreeTableCell<FileRow, FileRow> {
    private final Label letter = new Label();
    private Subscription following = Subscription.EMPTY;

    FileMarkCell() {
        getStyleClass().add("file-mark");
        letter.getStyleClass().add("mark-letter");
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
        setText(mark.text());
        getStyleClass()
                .removeAll(
                        StyleClasses.MUTED,
                        StyleClasses.TEXT_SUCCESS,
                        StyleClasses.TEXT_WARNING,
                        StyleClasses.TEXT_DANGER);
        getStyleClass().add(style(mark.kind()));
        letter.setText(mark.letter());
        letter.getStyleClass().removeAll("added", "changed", "deleted");
        Node graphic = switch (mark.kind()) {
            case ADDED, CHANGED, DELETED -> {
                letter.getStyleClass().add(mark.kind().name().toLowerCase(java.util.Locale.ROOT));
                yield letter;
            }
            case MOUNT -> Icons.MOUNTS.node(Icons.SMALL);
            case NONE, INSIDE -> null;
        };
        setGraphic(graphic);
    }

    private static String style(FileMark.Kind kind) {
        return switch (kind) {
            case ADDED -> StyleClasses.TEXT_SUCCESS;
            case CHANGED -> StyleClasses.TEXT_WARNING;
            case DELETED -> StyleClasses.TEXT_DANGER;
            case NONE, INSIDE, MOUNT -> StyleClasses.MUTED;
        };
    }
}
