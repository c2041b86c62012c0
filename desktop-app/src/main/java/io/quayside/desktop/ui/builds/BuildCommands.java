package io.quayside.desktop.ui.builds;

import io.quayside.desktop.ui.builds.list.BuildListener;
import io.quayside.desktop.ui.builds.list.BuildRow;
import io.quayside.desktop.ui.builds.list.BuildsViewModel;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class BuildCommands {
    private final BuildsViewModel model;
    private final BuildListener page;
    private final Commands commands;

    BuildCommands(BuildsViewModel model, BuildListener page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = commands;
    }

    void register(Runnable focusFilter, Runnable togglePanel, Runnable cache) {
        add("builds.cache", () -> "Show the build cache", "", Optional::empty, cache);
        add("builds.panel", () -> "Show or hide the selected build", "P", Optional::empty, togglePanel);
        add("builds.filter", () -> "Filter builds", "/", Optional::empty, focusFilter);
        add(
                "builds.undo",
                () -> "Undo the last deletion",
                "Mod+Z",
                () -> model.canUndo() ? Optional.empty() : Optional.of("Nothing was deleted in the last seconds"),
                model::undoDelete);
        onTargets(
                "builds.again",
                "Build again",
                "Mod+R",
                row -> !row.line().build().isRunning(),
                model::rebuild);
        onTargets("builds.cancel", "Cancel", "", row -> row.line().build().isRunning(), model::cancel);
        onTargets("builds.delete", "Delete", "Delete", row -> row.line().canDelete(), model::delete);
        onTargets(
                "builds.copy-id",
                "Copy image ID of",
                "Mod+C",
                row -> row.line().build().imageId().isPresent(),
                rows -> page.copy(String.join(
                        "\n",
                        rows.stream()
                                .flatMap(row -> row.line().build().imageId().stream())
                                .toList())));
    }

    private void onTargets(
            String id, String verb, String keys, Predicate<BuildRow> possible, Consumer<List<BuildRow>> action) {
        Supplier<List<BuildRow>> targets =
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

    private static String what(List<BuildRow> rows) {
        return switch (rows.size()) {
            case 0 -> "the selected build";
            case 1 -> rows.getFirst().line().title();
            default -> rows.size() + " builds";
        };
    }

    private void add(
            String id, Supplier<String> title, String keys, Supplier<Optional<String>> disabled, Runnable run) {
        commands.register(new Command(
                id,
                title,
                Optional.of(BuildsPage.PAGE),
                Optional.of(keys).filter(text -> !text.isEmpty()),
                disabled,
                run));
    }
}
