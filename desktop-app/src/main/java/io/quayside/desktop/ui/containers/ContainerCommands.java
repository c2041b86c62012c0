package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.list.RowCommands;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.engine.model.ContainerState;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class ContainerCommands {
    private static final String PAGE = "containers";

    private final ContainersViewModel model;
    private final PageActions page;
    private final RowCommands<ContainerRow> commands;

    ContainerCommands(ContainersViewModel model, PageActions page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = new RowCommands<>(
                commands,
                PAGE,
                model.selection(),
                "container",
                row -> row.line().name());
    }

    void register(Runnable togglePeek, Runnable focusFilter) {
        commands.add("peek", "Show or hide Peek", "P", Optional::empty, togglePeek);
        commands.add("filter", "Filter containers", "/", Optional::empty, focusFilter);
        commands.undo(model.deletion()::canUndo, model.deletion()::undo);
        commands.on("start-stop", ContainerCommands::startOrStop, "Mod+Enter", canAct(), this::startStop);
        commands.on("restart", "Restart", "Mod+R", isUp(), model::restart);
        commands.on("logs", "Logs of", "Mod+L", row -> true, rows -> openOrPeek(rows, PeekTab.LOGS));
        if (page.hasTab("terminal")) {
            commands.onOne("terminal", "Terminal of", "Mod+T", row -> true, row -> page.open(row, "terminal"));
        }
        commands.on("inspect", "Inspect", "Mod+I", row -> true, rows -> openOrPeek(rows, PeekTab.INSPECT));
        commands.on(
                "delete", "Delete", "Delete", canAct(), rows -> model.deletion().delete(rows, page::ask));
        commands.on("pause", "Pause", "", isRunning(), rows -> model.actions().pause(rows));
        commands.onOne("rename", "Rename", "F2", canAct(), page::rename);
        commands.onOne("edit", "Edit and recreate", "Mod+E", canAct(), page::edit);
        commands.onOne("update-image", "Update the image and recreate", "", canAct(), page::updateImage);
        commands.on("copy-id", "Copy ID of", "Mod+C", row -> true, this::copyIds);
    }

    private void openOrPeek(List<ContainerRow> rows, PeekTab tab) {
        if (rows.size() == 1) {
            page.openOrPeek(rows.getFirst(), tab);
        } else {
            page.peek(rows, tab);
        }
    }

    private static Predicate<ContainerRow> canAct() {
        return row -> row.line().canAct();
    }

    private static Predicate<ContainerRow> isUp() {
        return canAct().and(row -> row.line().container().isUp());
    }

    private static Predicate<ContainerRow> isRunning() {
        return canAct().and(row -> row.line().container().state() == ContainerState.RUNNING);
    }

    private static String startOrStop(List<ContainerRow> rows) {
        return rows.stream().anyMatch(row -> row.line().container().isUp()) ? "Stop" : "Start";
    }

    private void startStop(List<ContainerRow> rows) {
        if (MenuItems.up(rows).isEmpty()) {
            model.start(rows);
        } else {
            model.stop(rows);
        }
    }

    private void copyIds(List<ContainerRow> rows) {
        page.copy(String.join("\n", rows.stream().map(ContainerRow::id).toList()));
    }
}
