package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// How a path differs from the image, by letter, word and outline, or what is mounted there.
final class FileMarkLabel extends Label {
    private final Label letter = new Label();

    FileMarkLabel() {
        getStyleClass().add("file-mark");
        letter.getStyleClass().add("mark-letter");
    }

    void show(FileMark mark) {
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
                letter.getStyleClass().add(mark.kind().name().toLowerCase(Locale.ROOT));
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
