package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What takes space, with its colour and some muted words.
final class SpaceNameCell extends TreeTableCell<SpaceRow, SpaceRow> {
    private final Region square = new Region();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final HBox line = new Line();

    SpaceNameCell() {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        detail.setMinWidth(0);
        detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        square.setMinWidth(Region.USE_PREF_SIZE);
    }

    /// The name keeps its room, and the words behind it take what is left.
    private final class Line extends HBox {
        Line() {
            super(6, square, name, detail);
        }

        @Override
        protected void layoutChildren() {
            double left = square.isManaged() ? square.prefWidth(-1) + getSpacing() : 0;
            name.setMinWidth(Math.max(0, Math.min(name.prefWidth(-1), getWidth() - left - getSpacing())));
            super.layoutChildren();
        }
    }

    @Override
    protected void updateItem(SpaceRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            Tip.on(this, "");
            return;
        }
        boolean kind = row.key().equals(row.kind().name());
        name.setText(row.name());
        name.getStyleClass().setAll("label", kind ? StyleClasses.MEDIUM : StyleClasses.META);
        if (row.isMore()) {
            name.getStyleClass().add("space-more");
        }
        detail.setText(row.detail());
        square.getStyleClass().setAll("space", "sign", row.kind().style());
        square.setVisible(row.kind() != SpaceKind.SEVERAL);
        square.setManaged(
                kind || getTreeTableView().getTreeItemLevel(getTableRow().getTreeItem()) == 1);
        setGraphic(line);
        Tip.on(this, row.isMore() || kind ? "" : row.name() + (row.detail().isEmpty() ? "" : ", " + row.detail()));
    }
}
