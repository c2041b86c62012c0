package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class ContainerCommands {
    private static final String PAGE = "containers";

    private final ContainersViewModel model;
    private final PageActions page;

    ContainerCommands(ContainersViewModel model, PageActions page) {
        this.model = model;
        this.page = page;
    }

    void register(Commands commands, Runnable togglePeek, Runnable focusFilter) {
        on(commands, "containers.peek", "Show or hide Peek", "P", Optional::empty, togglePeek);
        on(commands, "containers.filter", "Filter containers", "/", Optional::empty, focusFilter);
        on(
                commands,
                "containers.undo",
                "Undo the last deletion",
                "Mod+Z",
                this::nothingToUndo,
                () -> model.deletion().undo());
        onTargets(commands, "containers.start-stop", this::startOrStop, "Mod+Enter", canAct(), this::startStop);
        onTargets(commands, "containers.restart", verb("Restart"), "Mod+R", isUp(), rows -> model.restart(rows));
        onTargets(
                commands,
                "containers.logs",
                verb("Logs of"),
                "Mod+L",
                row -> true,
                rows -> openOrPeek(rows, PeekTab.LOGS));
        if (page.hasTab("terminal")) {
            onTargets(
                    commands,
                    "containers.terminal",
                    verb("Terminal of"),
                    "Mod+T",
                    row -> true,
                    rows -> page.open(rows.getFirst(), "terminal"));
        }
        onTargets(
                commands,
                "containers.inspect",
                verb("Inspect"),
                "Mod+I",
                row -> true,
                rows -> openOrPeek(rows, PeekTab.INSPECT));
        onTargets(
                commands,
                "containers.delete",
                verb("Delete"),
                "Delete",
                canAct(),
                rows -> model.deletion().delete(rows, page::ask));
        onTargets(
                commands,
                "containers.pause",
                verb("Pause"),
                "",
                isRunning(),
                rows -> model.actions().pause(rows));
        onTargets(commands, "containers.rename", verb("Rename"), "F2", canAct(), rows -> page.rename(rows.getFirst()));
        onTargets(
                commands,
                "containers.edit",
                verb("Edit and recreate"),
                "Mod+E",
                canAct(),
                rows -> page.edit(rows.getFirst()));
        onTargets(
                commands,
                "containers.update-image",
                verb("Update the image and recreate"),
                "",
                canAct(),
                rows -> page.updateImage(rows.getFirst()));
        onTargets(commands, "containers.copy-id", verb("Copy ID of"), "Mod+C", row -> true, this::copyIds);
    }

    private void openOrPeek(List<ContainerRow> rows, PeekTab tab) {
        if (rows.size() == 1) {
            page.openOrPeek(rows.getFirst(), tab);
        } else {
            page.peek(rows, tab);
        }
    }

    private Optional<String> nothingToUndo() {
        return model.deletion().canUndo() ? Optional.empty() : Optional.of("Nothing was deleted in the last seconds");
    }

    private static Predicate<ContainerRow> canAct() {
        return row -> row.line().canAct();
    }

    private static Predicate<ContainerRow> isUp() {
        return canAct().and(row -> row.line().container().isUp());
    }

    private static Predicate<ContainerRow> isRunning() {
        return canAct().and(row -> row.line().container().state() == io.quayside.engine.model.ContainerState.RUNNING);
    }

    private Function<List<ContainerRow>, String> verb(String verb) {
        return rows -> verb + " " + what(rows);
    }

    private String startOrStop(List<ContainerRow> rows) {
        boolean up = rows.stream().anyMatch(row -> row.line().container().isUp());
        return (up ? "Stop " : "Start ") + what(rows);
    }

    private void startStop(List<ContainerRow> rows) {
        List<ContainerRow> up =
                rows.stream().filter(row -> row.line().container().isUp()).toList();
        if (up.isEmpty()) {
            model.start(rows);
        } else {
            model.stop(rows);
        }
    }

    private void copyIds(List<ContainerRow> rows) {
        page.copy(String.join("\n", rows.stream().map(ContainerRow::id).toList()));
    }

    private static String what(List<ContainerRow> rows) {
        return switch (rows.size()) {
            case 0 -> "the selected container";
            case 1 -> rows.getFirst().line().name();
            default -> rows.size() + " containers";
        };
    }

    private interface OnRows {
        void run(List<ContainerRow> rows);
    }

    private void onTargets(
            Commands commands,
            String id,
            Function<List<ContainerRow>, String> title,
            String keys,
            Predicate<ContainerRow> possible,
            OnRows action) {
        commands.register(new Command(
                id,
                () -> title.apply(targets(possible)),
                Optional.of(PAGE),
                Optional.of(keys).filter(text -> !text.isEmpty()),
                () -> targets(possible).isEmpty()
                        ? Optional.of("No row is selected for which this is possible")
                        : Optional.empty(),
                () -> action.run(targets(possible))));
    }

    private List<ContainerRow> targets(Predicate<ContainerRow> possible) {
        return model.selection().targets().stream().filter(possible).toList();
    }

    private static void on(
            Commands commands,
            String id,
            String title,
            String keys,
            java.util.function.Supplier<Optional<String>> disabled,
            Runnable run) {
        commands.register(new Command(id, () -> title, Optional.of(PAGE), Optional.of(keys), disabled, run));
    }
}
