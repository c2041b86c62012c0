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
            wanted.resizeRelocate(LEFT, GAP, Math.max(0, visibleWidth() - LEFT - RIGHT), height - 2 * GAP - 1);
        }
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        Region problem = ((TableRow) getSkinnable()).overlay();
        if (problem != null) {
            if (!getChildren().contains(problem)) {
                getChildren().add(problem); // needs its styles before it can be measured
                overlay = problem;
                problem.applyCss();
            }
            return Math.ceil(problem.prefHeight(Math.max(200, visibleWidth() - LEFT - RIGHT))) + 2 * GAP + 1;
        }
        double scale = getSkinnable().getFont().getSize() / TEXT;
        boolean compact = getSkinnable().getScene() != null
                && getSkinnable().getScene().getRoot().getStyleClass().contains("compact");
        return Math.round(scale
                * switch (getSkinnable().getItem()) {
                    case ContainerRow ignored -> compact ? 34 : 40;
                    case ProjectRow ignored -> compact ? 28 : 32;
                    case null, default -> 40;
                });
    }

    private double visibleWidth() {
        TreeTableView<RowItem> table = getSkinnable().getTreeTableView();
        return table == null ? getSkinnable().getWidth() : table.getWidth() - 10;
    }
}
