package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.Selection;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.list.CheckArea;
import java.util.List;
import java.util.function.Function;
import javafx.util.Subscription;

/// The box at the left: checked, or for a project also "some".
final class CheckCell extends RowCell {
    private final Selection selection;
    private final Function<ProjectRow, List<String>> members;
    private final CheckArea area = new CheckArea();

    /// @param members the containers of a project that the list shows
    CheckCell(Selection selection, Function<ProjectRow, List<String>> members) {
        this.selection = selection;
        this.members = members;
    }

    @Override
    Subscription container(ContainerRow row) {
        show(area);
        return area.follow(row, "Select " + row.line().name(), selection);
    }

    @Override
    Subscription project(ProjectRow row) {
        show(area);
        return area.follow(
                () -> members.apply(row), "Select all of " + row.line().title(), selection, row.checksProperty());
    }
}
