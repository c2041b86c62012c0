package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.list.RowCommands;
import io.quayside.desktop.ui.shell.Commands;
import java.util.Optional;

/// The commands of the page, for keys and the palette. They act on the checked rows, or on the current one.
final class ImageCommands {
    private static final String PAGE = "images";

    private final ImagesViewModel model;
    private final ImageRequests page;
    private final RowCommands<ImageRow> commands;

    ImageCommands(ImagesViewModel model, ImageRequests page, Commands commands) {
        this.model = model;
        this.page = page;
        this.commands = new RowCommands<>(
                commands, PAGE, model.selection(), "image", row -> row.line().title());
    }

    void register(Runnable togglePanel, Runnable focusFilter) {
        commands.add("panel", "Show or hide the panel for pulling", "P", Optional::empty, togglePanel);
        commands.add("filter", "Filter images", "/", Optional::empty, focusFilter);
        commands.undo(model.deletion()::canUndo, model.deletion()::undo);
        commands.add("prune", "Prune images", "", this::disconnected, page::prune);
        commands.add(
                "check-updates",
                "Check images for updates",
                "",
                () -> model.lines().stream().anyMatch(UpdateChecks::canCheck)
                        ? Optional.empty()
                        : Optional.of("No image here came from a registry"),
                page::checkAllUpdates);
        commands.add("load", "Load images from an archive", "", this::disconnected, page::load);
        commands.add("import", "Import an image from an archive of files", "", this::disconnected, page::importImage);
        commands.on("save", "Save", "", ImageCommands::canAct, page::save);
        commands.onOne("run", "Run a container of", "Mod+Enter", ImageCommands::canAct, page::run);
        commands.on("pull-again", "Pull again", "", ImageMenus::canPull, page::pull);
        commands.on(
                "check-update",
                "Check for an update of",
                "",
                row -> UpdateChecks.canCheck(row.line()),
                page::checkUpdates);
        commands.onOne("tag", "Tag", "F2", ImageCommands::canAct, page::tag);
        commands.onOne("push", "Push", "", ImageCommands::canAct, page::push);
        commands.onOne("history", "History of", "", ImageCommands::canAct, row -> page.layers(row, false));
        commands.onOne("scan", "Scan layers of", "", ImageCommands::canAct, row -> page.layers(row, true));
        commands.on(
                "delete",
                "Delete",
                "Delete",
                ImageCommands::canAct,
                rows -> model.deletion().delete(rows, page::ask));
        commands.on(
                "copy-id",
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
}
