package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.CheckArea;
import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.RowSelection;
import java.util.List;
import javafx.util.Subscription;

/// The box at the left. The engine's own networks have none: nothing can be done with several of them.
final class NetworkCheckCell extends FollowingCell<NetworkRow> {
    private final RowSelection<NetworkRow> selection;
    private final CheckArea area = new CheckArea();

    NetworkCheckCell(RowSelection<NetworkRow> selection) {
        this.selection = selection;
    }

    @Override
    protected Subscription follow(NetworkRow row) {
        area.box()
                .setOnAction(event ->
                        selection.setChecked(List.of(row.id()), area.box().isSelected()));
        area.box().setAccessibleText("Select " + row.line().name());
        show(row.line().lock().isPresent() ? null : area);
        return row.checkedProperty().subscribe(area.box()::setSelected);
    }
}
