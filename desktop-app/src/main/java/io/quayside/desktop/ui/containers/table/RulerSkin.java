package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.RowItem;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.SkinBase;
import javafx.scene.control.TreeTableRow;
import javafx.scene.layout.Region;

/// A row without cells, which only knows its height. See [TableRow].
final class RulerSkin extends SkinBase<TreeTableRow<RowItem>> {
    RulerSkin(TableRow row) {
        super(row);
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        TableRow row = (TableRow) getSkinnable();
        Region problem = row.overlay();
        List<Region> wanted = problem == null ? List.of() : List.of(problem);
        if (!Objects.equals(getChildren(), wanted)) {
            getChildren().setAll(wanted);
            if (problem != null) {
                problem.applyCss();
            }
        }
        return TableRowSkin.height(row);
    }
}
