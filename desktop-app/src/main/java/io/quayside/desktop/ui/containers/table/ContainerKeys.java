package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.Selection;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProblemRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import io.quayside.desktop.ui.list.RowKeys;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;

/// What the keys of lists do with containers: of a project, they go to all its containers that the list shows; with a
/// problem, they do nothing.
record ContainerKeys(ContainersTable table, Selection selection, RowListener listener, RowMenus menus)
        implements RowKeys.Rows<RowItem> {
    @Override
    public Optional<RowItem> current() {
        return table.current();
    }

    @Override
    public boolean move(int step) {
        return table.move(step);
    }

    @Override
    public List<String> keys(RowItem item) {
        return switch (item) {
            case ContainerRow row -> List.of(row.id());
            case ProjectRow project -> ids(table.members(project));
            case ProblemRow ignored -> List.of();
        };
    }

    @Override
    public boolean isHead(RowItem item) {
        return item instanceof ProjectRow;
    }

    @Override
    public List<String> shown() {
        return ids(table.shown());
    }

    @Override
    public void open(RowItem item) {
        switch (item) {
            case ContainerRow row -> listener.open(row);
            case ProjectRow project ->
                project.expandedProperty().set(!project.expandedProperty().get());
            case ProblemRow ignored -> {}
        }
    }

    @Override
    public Optional<ContextMenu> menu(RowItem item) {
        return switch (item) {
            case ContainerRow row -> Optional.of(menus.of(selection.targets(row)));
            case ProjectRow project ->
                project.line().hasActions()
                        ? Optional.of(menus.ofProject(project, table.members(project)))
                        : Optional.empty();
            case ProblemRow ignored -> Optional.empty();
        };
    }

    private static List<String> ids(List<ContainerRow> rows) {
        return rows.stream().map(ContainerRow::id).toList();
    }
}
