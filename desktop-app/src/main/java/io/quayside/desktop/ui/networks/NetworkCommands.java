package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.list.RowCommands;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.shell.Commands;
import java.util.Optional;
import java.util.stream.Collectors;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class NetworkCommands {
    private final NetworksViewModel model;
    private final NetworkListener page;
    private final RowCommands<NetworkRow> commands;

    NetworkCommands(NetworksViewModel model, NetworkListener page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = new RowCommands<>(
                commands,
                NetworksPage.PAGE,
                model.selection(),
                "network",
                row -> row.line().name());
    }

    /// @param checkPorts opens the port map and tries every port
    void register(Runnable focusFilter, Runnable togglePanel, Runnable checkPorts) {
        commands.add("check-ports", "Check all ports again", "", Optional::empty, checkPorts);
        commands.add("panel", "Show or hide the selected network", "P", Optional::empty, togglePanel);
        commands.add("filter", "Filter networks", "/", Optional::empty, focusFilter);
        commands.add(
                "prune",
                "Prune networks",
                "",
                () -> model.deletion().unused().isEmpty()
                        ? Optional.of("Every network has containers or is the engine’s own")
                        : Optional.empty(),
                () -> model.deletion().prune(page::ask));
        commands.undo(model.deletion()::canUndo, model.deletion()::undo);
        commands.onOne(
                "connect",
                "Connect a container to",
                "",
                row -> row.line().canAct() && row.line().closed().isEmpty(),
                page::connect);
        commands.on(
                "delete",
                "Delete",
                "Delete",
                row -> row.line().notDeletable().isEmpty(),
                rows -> model.deletion().delete(rows, page::ask));
        commands.on(
                "copy-id",
                "Copy ID of",
                "Mod+C",
                row -> true,
                rows -> page.copy(rows.stream().map(NetworkRow::id).collect(Collectors.joining("\n"))));
    }
}
