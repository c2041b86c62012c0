package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import java.util.Objects;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.skin.TreeTableRowSkin;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Gives each kind of row its height, and lays the node of a problem over all columns.
final class TableRowSkin extends TreeTableRowSkin<RowItem> {
    private static final double LEFT = 62;
    private static final double RIGHT = 16;
    private static final double GAP = 6;
    private static final double TEXT = 13;

    private @Nullable Region overlay;

    TableRowSkin(TableRow row) {
        super(row);
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        super.layoutChildren(x, y, width, height);
        Region wanted = ((TableRow) getSkinnable()).overlay();
        if (!Objects.equals(overlay, wanted)) {
            getChildren().remove(overlay);
        }
        overlay = wanted;
        if (wanted != null) {
            if (!getChildren().contains(wanted)) {
                getChildren().add(wanted);
            }
            wanted.resizeRelocate(
                    LEFT,
                    GAP,
                    Math.max(0, visibleWidth((TableRow) getSkinnable()) - LEFT - RIGHT),
                    height - 2 * GAP - 1);
        }
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        TableRow row = (TableRow) getSkinnable();
        Region problem = row.overlay();
        if (problem != null && !getChildren().contains(problem)) {
            getChildren().add(problem); // needs its styles before it can be measured
            overlay = problem;
            problem.applyCss();
        }
        return height(row);
    }

    /// The height of a row of its kind. A problem's node has to have its styles.
    static double height(TableRow row) {
        Region problem = row.overlay();
        if (problem != null) {
            return Math.ceil(problem.prefHeight(Math.max(200, visibleWidth(row) - LEFT - RIGHT))) + 2 * GAP + 1;
        }
        double scale = row.getFont().getSize() / TEXT;
        boolean compact = row.getScene() != null
                && row.getScene().getRoot().getStyleClass().contains("compact");
        return Math.round(scale
                * switch (row.getItem()) {
                    case ContainerRow ignored -> compact ? 34 : 40;
                    case ProjectRow ignored -> compact ? 28 : 32;
                    case null, default -> 40;
                });
    }

    private static double visibleWidth(TableRow row) {
        TreeTableView<RowItem> table = row.getTreeTableView();
        return table == null ? row.getWidth() : table.getWidth() - 10;
    }
}
