package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.CheckArea;
import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.RowSelection;
import java.util.List;
import javafx.util.Subscription;

/// The box at the left.
final class BuildCheckCell extends FollowingCell<BuildRow> {
    private final RowSelection<BuildRow> selection;
    private final CheckArea area = new CheckArea();

    BuildCheckCell(RowSelection<BuildRow> selection) {
        this.selection = selection;
    }

    @Override
    protected Subscription follow(BuildRow row) {
        area.box()
                .setOnAction(event ->
                        selection.setChecked(List.of(row.id()), area.box().isSelected()));
        area.box().setAccessibleText("Select the build of " + row.line().title());
        show(area);
        return row.checkedProperty().subscribe(area.box()::setSelected);
    }
}
