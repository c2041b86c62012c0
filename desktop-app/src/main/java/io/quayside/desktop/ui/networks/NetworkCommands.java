package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class NetworkCommands {
    private final NetworksViewModel model;
    private final NetworkListener page;
    private final Commands commands;

    NetworkCommands(NetworksViewModel model, NetworkListener page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = commands;
    }

    /// @param checkPorts opens the port map and tries every port
    void register(Runnable focusFilter, Runnable togglePanel, Runnable checkPorts) {
        add("networks.check-ports", () -> "Check all ports again", "", Optional::empty, checkPorts);
        add("networks.panel", () -> "Show or hide the selected network", "P", Optional::empty, togglePanel);
        add("networks.filter", () -> "Filter networks", "/", Optional::empty, focusFilter);
        add(
                "networks.prune",
                () -> "Prune networks",
                "",
                () -> model.deletion().unused().isEmpty()
                        ? Optional.of("Every network has containers or is the engine’s own")
                        : Optional.empty(),
                () -> model.deletion().prune(page::ask));
        add(
                "networks.undo",
                () -> "Undo the last deletion",
                "Mod+Z",
                () -> model.deletion().canUndo()
                        ? Optional.empty()
                        : Optional.of("Nothing was deleted in the last seconds"),
                () -> model.deletion().undo());
        onTargets(
                "networks.connect",
                "Connect a container to",
                "",
                row -> row.line().canAct() && row.line().closed().isEmpty(),
                rows -> page.connect(rows.getFirst()));
        onTargets(
                "networks.delete",
                "Delete",
                "Delete",
                row -> row.line().notDeletable().isEmpty(),
                rows -> model.deletion().delete(rows, page::ask));
        onTargets(
                "networks.copy-id",
                "Copy ID of",
                "Mod+C",
                row -> true,
                rows -> page.copy(rows.stream().map(NetworkRow::id).collect(Collectors.joining("\n"))));
    }

    private void onTargets(
            String id, String verb, String keys, Predicate<NetworkRow> possible, Consumer<List<NetworkRow>> action) {
        Supplier<List<NetworkRow>> targets =
                () -> model.selection().targets().stream().filter(possible).toList();
        add(
                id,
                () -> verb + " " + what(targets.get()),
                keys,
                () -> targets.get().isEmpty()
                        ? Optional.of("No row is selected for which this is possible")
                        : Optional.empty(),
                () -> action.accept(targets.get()));
    }

    private static String what(List<NetworkRow> rows) {
        return switch (rows.size()) {
            case 0 -> "the selected network";
            case 1 -> rows.getFirst().line().name();
            default -> rows.size() + " networks";
        };
    }

    private void add(
            String id, Supplier<String> title, String keys, Supplier<Optional<String>> disabled, Runnable run) {
        commands.register(new Command(
                id,
                title,
                Optional.of(NetworksPage.PAGE),
                Optional.of(keys).filter(text -> !text.isEmpty()),
                disabled,
                run));
    }
}
