package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.list.ListTable;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TableColumn;

/// The list of networks. FX thread.
public final class NetworksTable {
    private static final double ROW = 36;
    private static final double PROJECT_FROM = 720;
    private static final double SCOPE_FROM = 860;

    private final NetworksViewModel model;
    private final NetworkListener listener;
    private final ListTable<NetworkRow, NetworkLine, NetworkSort> table;

    /// The engine's own networks have no box: nothing can be done with several of them.
    public NetworksTable(NetworksViewModel model, NetworkListener listener) {
        this.model = model;
        this.listener = listener;
        this.table = new ListTable<>(
                "networks-table",
                "Networks",
                ROW,
                model.rows(),
                model.selection(),
                new ListTable.Look<>(
                        NetworkLine::name,
                        NetworksTable::sentence,
                        line -> line.deletingIn().isPresent() || line.busy().isPresent(),
                        line -> line.lock().isEmpty()),
                listener);
        columns();
    }

    public ListTable<NetworkRow, NetworkLine, NetworkSort> table() {
        return table;
    }

    private void columns() {
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
            String key, String title, double width, NetworkSort sort, Supplier<NetworkTextCell> cell) {
        return table.column(key, title, width, cell, Optional.of(sort));
    }

    private static String sentence(NetworkLine line) {
        return line.name() + ", driver " + line.driver() + ", "
                + (line.network().subnets().isEmpty() ? "no subnet" : "subnet " + line.subnets()) + ", "
                + (line.members().isEmpty() ? "no containers" : line.containers())
                + line.project().map(project -> ", project " + project).orElse("") + ", " + line.scope()
                + line.lock().map(reason -> ", locked").orElse("")
                + line.deletingIn()
                        .map(left -> ", deleting in " + left + " seconds")
                        .orElse("");
    }
}
