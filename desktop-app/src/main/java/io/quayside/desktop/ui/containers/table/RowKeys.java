package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.ContainersViewModel;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProblemRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.row.RowItem;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that work inside the table: Space checks, Shift with arrows checks on the way, Mod+A checks all, Enter
/// opens.
final class RowKeys {
    private final TreeTableView<RowItem> table;
    private final ContainersViewModel model;
    private final ContainersTable rows;
    private final RowListener listener;

    RowKeys(TreeTableView<RowItem> table, ContainersViewModel model, ContainersTable rows, RowListener listener) {
        this.table = table;
        this.model = model;
        this.rows = rows;
        this.listener = listener;
    }

    void install() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (!table.equals(event.getTarget())) {
            return; // a field in a row
        }
        boolean done = switch (event.getCode()) {
            case SPACE -> !event.isShortcutDown() && check();
            case A -> event.isShortcutDown() && all();
            case ENTER -> !event.isShortcutDown() && open();
            case UP, DOWN -> event.isShiftDown() && extend(event.getCode() == KeyCode.DOWN ? 1 : -1);
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean check() {
        rows.current().ifPresent(item -> {
            switch (item) {
                case ContainerRow row -> model.selection().toggle(row.id());
                case ProjectRow project ->
                    model.selection()
                            .setChecked(
                                    rows.members(project).stream()
                                            .map(ContainerRow::id)
                                            .toList(),
                                    project.checksProperty().get() != ProjectRow.Checks.ALL);
                case ProblemRow ignored -> {}
            }
        });
        return true;
    }

    private boolean all() {
        model.selection().setChecked(rows.shown().stream().map(ContainerRow::id).toList(), true);
        return true;
    }

    private boolean open() {
        rows.current().ifPresent(item -> {
            switch (item) {
                case ContainerRow row -> listener.open(row);
                case ProjectRow project ->
                    project.expandedProperty().set(!project.expandedProperty().get());
                case ProblemRow ignored -> {}
            }
        });
        return true;
    }

    private boolean extend(int step) {
        checkCurrent();
        int next = table.getSelectionModel().getSelectedIndex() + step;
        if (next >= 0 && next < table.getExpandedItemCount()) {
            table.getSelectionModel().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - 2));
            checkCurrent();
        }
        return true;
    }

    private void checkCurrent() {
        if (rows.current().orElse(null) instanceof ContainerRow row) {
            model.selection().setChecked(List.of(row.id()), true);
        }
    }

    /// Opens the menu of the checked rows if the current one is among them, else of the current one.
    static void contextMenu(
            ContextMenuEvent event,
            TreeTableView<RowItem> table,
            ContainersViewModel model,
            ContainersTable rows,
            RowMenus menus) {
        Optional<ContextMenu> menu = rows.current().flatMap(item -> switch (item) {
            case ContainerRow row ->
                Optional.of(menus.of(
                        model.selection().isChecked(row.id())
                                ? model.selection().targets()
                                : List.of(row)));
            case ProjectRow project ->
                project.line().hasActions()
                        ? Optional.of(menus.ofProject(project, rows.members(project)))
                        : Optional.empty();
            case ProblemRow ignored -> Optional.empty();
        });
        menu.ifPresent(open -> open.show(table, event.getScreenX(), event.getScreenY()));
        event.consume();
    }
}
