package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.HeaderCheck;
import io.quayside.desktop.ui.control.RowTable;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The list of networks. FX thread.
public final class NetworksTable {
    private static final double ROW = 36;
    private static final double PROJECT_FROM = 720;
    private static final double SCOPE_FROM = 860;

    private final NetworksViewModel model;
    private final NetworkListener listener;
    private final RowTable<NetworkRow, NetworkSort> table;
    private final HeaderCheck headerCheck;

    public NetworksTable(NetworksViewModel model, NetworkListener listener) {
        this.model = model;
        this.listener = listener;
        this.table = new RowTable<>("networks-table", "Networks", ROW, new Ordering(model));
        this.headerCheck = new HeaderCheck("Select all networks", model.selection(), this::shown);
        columns();
        TableView<NetworkRow> node = table.node();
        node.setFixedCellSize(ROW);
        node.setRowFactory(ignored -> new NetworkTableRow());
        node.hoverProperty().subscribe((before, hover) -> model.freezeOrder(hover));
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        node.setOnContextMenuRequested(this::menu);
        table.onCurrent(row -> model.selection().setCurrent(row.map(NetworkRow::id)));
        model.itemsProperty().subscribe(rows -> {
            table.show(rows);
            headerCheck.update();
        });
        model.selection().currentProperty().subscribe((before, now) -> follow(now));
    }

    public TableView<NetworkRow> node() {
        return table.node();
    }

    public Optional<NetworkRow> current() {
        return table.current();
    }

    public void select(NetworkRow row) {
        table.select(row);
    }

    private void follow(Optional<String> id) {
        id.flatMap(model::row)
                .filter(row -> !table.current().equals(Optional.of(row)))
                .ifPresent(table::select);
    }

    private List<String> shown() {
        return model.itemsProperty().get().stream()
                .filter(row -> row.line().lock().isEmpty())
                .map(NetworkRow::id)
                .toList();
    }

    private void columns() {
        TableColumn<NetworkRow, NetworkRow> check =
                table.column("check", "", 44, () -> new NetworkCheckCell(model.selection()), Optional.empty());
        check.setGraphic(headerCheck.node());
        table.column("name", "Name", 0, () -> new NetworkNameCell(model, listener), Optional.of(NetworkSort.NAME));
        text("driver", "Driver", 88, NetworkSort.DRIVER, () -> new NetworkTextCell(NetworkLine::driver, line -> ""));
        text(
                "subnet",
                "Subnet",
                150,
                NetworkSort.SUBNET,
                () -> new NetworkTextCell(NetworkLine::subnets, NetworkLine::subnets, StyleClasses.MONO_CAPTION));
        text("containers", "Containers", 112, NetworkSort.CONTAINERS, NetworkTextCell::containers);
        TableColumn<NetworkRow, NetworkRow> project = text(
                "project",
                "Project",
                130,
                NetworkSort.PROJECT,
                () -> new NetworkTextCell(
                        line -> line.project().orElse("–"),
                        line -> line.project().orElse("")));
        TableColumn<NetworkRow, NetworkRow> scope = text(
                "scope",
                "Scope",
                120,
                NetworkSort.SCOPE,
                () -> new NetworkTextCell(
                        NetworkLine::scope,
                        line -> line.age().isEmpty() ? "The engine’s own" : "Created " + line.age()));
        table.column("actions", "", 112, () -> new NetworkActionsCell(listener), Optional.empty());
        table.node().widthProperty().subscribe((before, now) -> {
            project.setVisible(now.doubleValue() >= PROJECT_FROM);
            scope.setVisible(now.doubleValue() >= SCOPE_FROM);
        });
    }

    private TableColumn<NetworkRow, NetworkRow> text(
            String key,
            String title,
            double width,
            NetworkSort sort,
            java.util.function.Supplier<NetworkTextCell> cell) {
        return table.column(key, title, width, cell, Optional.of(sort));
    }

    private void pressed(KeyEvent event) {
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
        current()
                .filter(row -> row.line().lock().isEmpty())
                .ifPresent(row -> model.selection().toggle(row.id()));
        return true;
    }

    private boolean all() {
        model.selection().setChecked(shown(), true);
        return true;
    }

    private boolean open() {
        current().ifPresent(listener::open);
        return true;
    }

    private boolean extend(int step) {
        checkCurrent();
        if (table.move(step)) {
            checkCurrent();
        }
        return true;
    }

    private void checkCurrent() {
        current()
                .filter(row -> row.line().lock().isEmpty())
                .ifPresent(row -> model.selection().setChecked(List.of(row.id()), true));
    }

    /// Opens the menu of the checked rows if the current one is among them, else of the current one.
    private void menu(ContextMenuEvent event) {
        current()
                .ifPresent(row -> listener.menu(
                                model.selection().isChecked(row.id())
                                        ? model.selection().targets()
                                        : List.of(row))
                        .show(node(), event.getScreenX(), event.getScreenY()));
        event.consume();
    }

    private record Ordering(NetworksViewModel model) implements RowTable.Order<NetworkSort> {
        @Override
        public NetworkSort usual() {
            return NetworkSort.NAME;
        }

        @Override
        public boolean usuallyAscending() {
            return true;
        }

        @Override
        public NetworkSort sort() {
            return model.sort();
        }

        @Override
        public boolean ascending() {
            return model.ascending();
        }

        @Override
        public void sortBy(NetworkSort key, boolean up) {
            model.sortBy(key, up);
        }
    }
}
