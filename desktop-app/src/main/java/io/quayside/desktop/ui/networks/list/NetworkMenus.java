package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.containers.LiveMenu;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with networks, as a menu.
public final class NetworkMenus {
    private final NetworksViewModel model;
    private final NetworkListener page;

    public NetworkMenus(NetworksViewModel model, NetworkListener page) {
        this.model = model;
        this.page = page;
    }

    public ContextMenu of(List<NetworkRow> rows) {
        ContextMenu menu = new ContextMenu();
        if (rows.size() == 1) {
            NetworkRow row = rows.getFirst();
            NetworkLine line = row.line();
            menu.getItems()
                    .addAll(
                            LiveMenu.item("Show containers", () -> page.open(row)),
                            LiveMenu.item(
                                    "Connect container…",
                                    line.canAct() && line.closed().isEmpty(),
                                    () -> page.connect(row)),
                            new SeparatorMenuItem(),
                            LiveMenu.item(
                                    "Copy name", () -> page.copy(line.network().name())));
            if (!line.network().subnets().isEmpty()) {
                menu.getItems().add(LiveMenu.item("Copy subnet", () -> page.copy(line.subnets())));
            }
        }
        menu.getItems()
                .add(LiveMenu.item(
                        "Copy ID",
                        () -> page.copy(rows.stream().map(NetworkRow::id).collect(Collectors.joining("\n")))));
        boolean possible =
                rows.stream().anyMatch(row -> row.line().notDeletable().isEmpty());
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        LiveMenu.item("Delete", possible, () -> model.deletion().delete(rows, page::ask)));
        return menu;
    }
}
