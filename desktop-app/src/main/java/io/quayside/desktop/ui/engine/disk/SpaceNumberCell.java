package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Function;
import javafx.scene.control.TreeTableCell;

/// A size at the right of its column.
final class SpaceNumberCell extends TreeTableCell<SpaceRow, SpaceRow> {
    private static final String NONE = "–";

    private final Function<SpaceRow, String> text;
    private final boolean strong;
    private final boolean muted;

    SpaceNumberCell(Function<SpaceRow, String> text, boolean strong, boolean muted) {
        this.text = text;
        this.strong = strong;
        this.muted = muted;
    }

    @Override
    protected void updateItem(SpaceRow row, boolean empty) {
        super.updateItem(row, empty);
        String words = empty || row == null ? "" : text.apply(row);
        setText(words);
        getStyleClass().removeAll(StyleClasses.MUTED, StyleClasses.MEDIUM);
        if (muted || words.equals(NONE)) {
            getStyleClass().add(StyleClasses.MUTED);
        } else if (strong) {
            getStyleClass().add(StyleClasses.MEDIUM);
        }
    }
}
