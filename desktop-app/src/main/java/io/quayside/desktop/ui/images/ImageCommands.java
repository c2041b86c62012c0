package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class ImageCommands {
    private static final String PAGE = "images";

    private final ImagesViewModel model;
    private final ImageRequests page;
    private final Commands commands;

    ImageCommands(ImagesViewModel model, ImageRequests page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = commands;
    }

    void register(Runnable togglePanel, Runnable focusFilter) {
        add("images.panel", () -> "Show or hide the panel for pulling", "P", Optional::empty, togglePanel);
        add("images.filter", () -> "Filter images", "/", Optional::empty, focusFilter);
        add(
                "images.undo",
                () -> "Undo the last deletion",
                "Mod+Z",
                () -> model.deletion().canUndo()
                        ? Optional.empty()
                        : Optional.of("Nothing was deleted in the last seconds"),
                () -> model.deletion().undo());
        add("images.prune", () -> "Prune images", "", this::disconnected, page::prune);
        add(
                "images.check-updates",
                () -> "Check images for updates",
                "",
                () -> model.lines().stream().anyMatch(UpdateChecks::canCheck)
                        ? Optional.empty()
                        : Optional.of("No image here came from a registry"),
                page::checkAllUpdates);
        add("images.load", () -> "Load images from an archive", "", this::disconnected, page::load);
        add(
                "images.import",
                () -> "Import an image from an archive of files",
                "",
                this::disconnected,
                page::importImage);
        onTargets("images.save", "Save", "", ImageCommands::canAct, page::save);
        onTargets(
                "images.run",
                "Run a container of",
                "Mod+Enter",
                ImageCommands::canAct,
                rows -> page.run(rows.getFirst()));
        onTargets("images.pull-again", "Pull again", "", ImageMenus::canPull, page::pull);
        onTargets(
                "images.check-update",
                "Check for an update of",
                "",
                row -> UpdateChecks.canCheck(row.line()),
                page::checkUpdates);
        onTargets("images.tag", "Tag", "F2", ImageCommands::canAct, rows -> page.tag(rows.getFirst()));
        onTargets("images.push", "Push", "", ImageCommands::canAct, rows -> page.push(rows.getFirst()));
        onTargets(
                "images.delete",
                "Delete",
                "Delete",
                ImageCommands::canAct,
                rows -> model.deletion().delete(rows, page::ask));
        onTargets(
                "images.copy-id",
                "Copy ID of",
                "Mod+C",
                row -> true,
                rows -> page.copy(String.join(
                        "\n", rows.stream().map(row -> row.line().image().id()).toList())));
    }

    private Optional<String> disconnected() {
        return model.connection().asOfProperty().get().isEmpty()
                ? Optional.empty()
                : Optional.of("There is no connection to the engine");
    }

    private static boolean canAct(ImageRow row) {
        return row.line().canAct();
    }

    private void onTargets(
            String id, String verb, String keys, Predicate<ImageRow> possible, Consumer<List<ImageRow>> action) {
        Supplier<List<ImageRow>> targets =
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

    private static String what(List<ImageRow> rows) {
        return switch (rows.size()) {
            case 0 -> "the selected image";
            case 1 -> rows.getFirst().line().title();
            default -> rows.size() + " images";
        };
    }

    private void add(
            String id, Supplier<String> title, String keys, Supplier<Optional<String>> disabled, Runnable run) {
        commands.register(new Command(
                id, title, Optional.of(PAGE), Optional.of(keys).filter(text -> !text.isEmpty()), disabled, run));
    }
}
