package io.quayside.desktop.ui.builds;

import io.quayside.desktop.ui.builds.list.BuildListener;
import io.quayside.desktop.ui.builds.list.BuildRow;
import io.quayside.desktop.ui.builds.list.BuildsViewModel;
import io.quayside.desktop.ui.list.RowCommands;
import io.quayside.desktop.ui.shell.Commands;
import java.util.Optional;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class BuildCommands {
    private final BuildsViewModel model;
    private final BuildListener page;
    private final RowCommands<BuildRow> commands;

    BuildCommands(BuildsViewModel model, BuildListener page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = new RowCommands<>(
                commands,
                BuildsPage.PAGE,
                model.selection(),
                "build",
                row -> row.line().title());
    }

    void register(Runnable focusFilter, Runnable togglePanel, Runnable cache) {
        commands.add("cache", "Show the build cache", "", Optional::empty, cache);
        commands.add("panel", "Show or hide the selected build", "P", Optional::empty, togglePanel);
        commands.add("filter", "Filter builds", "/", Optional::empty, focusFilter);
        commands.undo(model::canUndo, model::undoDelete);
        commands.on("again", "Build again", "Mod+R", row -> !row.line().build().isRunning(), model::rebuild);
        commands.on("cancel", "Cancel", "", row -> row.line().build().isRunning(), model::cancel);
        commands.on("delete", "Delete", "Delete", row -> row.line().canDelete(), model::delete);
        commands.on(
                "copy-id",
                "Copy image ID of",
                "Mod+C",
                row -> row.line().build().imageId().isPresent(),
                rows -> page.copy(String.join(
                        "\n",
                        rows.stream()
                                .flatMap(row -> row.line().build().imageId().stream())
                                .toList())));
    }
}
