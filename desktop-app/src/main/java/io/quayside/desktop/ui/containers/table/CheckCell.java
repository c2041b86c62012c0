package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.Selection;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.control.CheckArea;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.util.Subscription;

/// The box at the left: checked, or for a project also "some".
final class CheckCell extends RowCell {
    private final Selection selection;
    private final Function<ProjectRow, List<String>> members;
    private final CheckArea area = new CheckArea();
    private final CheckBox box = area.box();

    /// @param members the containers of a project that the list shows
    CheckCell(Selection selection, Function<ProjectRow, List<String>> members) {
        this.selection = selection;
        this.members = members;
    }

    @Override
    Subscription container(ContainerRow row) {
        box.setAllowIndeterminate(false);
        box.setIndeterminate(false);
        box.setOnAction(event -> selection.setChecked(List.of(row.id()), box.isSelected()));
        box.setAccessibleText("Select " + row.line().name());
        show(area);
        return row.checkedProperty().subscribe(box::setSelected);
    }

    @Override
    Subscription project(ProjectRow row) {
        box.setOnAction(event ->
                selection.setChecked(members.apply(row), row.checksProperty().get() != ProjectRow.Checks.ALL));
        box.setAccessibleText("Select all of " + row.line().title());
        show(area);
        return row.checksProperty().subscribe(checks -> {
            box.setIndeterminate(checks == ProjectRow.Checks.SOME);
            box.setSelected(checks == ProjectRow.Checks.ALL);
        });
    }
}
