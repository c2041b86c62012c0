package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.CheckArea;
import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.RowSelection;
import java.util.List;
import javafx.util.Subscription;

/// The box at the left.
final class VolumeCheckCell extends FollowingCell<VolumeRow> {
    private final RowSelection<VolumeRow> selection;
    private final CheckArea area = new CheckArea();

    VolumeCheckCell(RowSelection<VolumeRow> selection) {
        this.selection = selection;
    }

    @Override
    protected Subscription follow(VolumeRow row) {
        area.box()
                .setOnAction(event ->
                        selection.setChecked(List.of(row.name()), area.box().isSelected()));
        area.box().setAccessibleText("Select " + row.line().title());
        show(area);
        return row.checkedProperty().subscribe(area.box()::setSelected);
    }
}
