package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.control.Confirmation;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with builds, as a menu.
public final class BuildMenus {
    private final BuildsViewModel model;
    private final BuildListener page;

    public BuildMenus(BuildsViewModel model, BuildListener page) {
        this.model = model;
        this.page = page;
    }

    public ContextMenu of(List<BuildRow> rows) {
        ContextMenu menu = new ContextMenu();
        boolean over = rows.stream().noneMatch(row -> row.line().build().isRunning());
        if (rows.size() == 1) {
            BuildRow row = rows.getFirst();
            menu.getItems()
                    .addAll(
                            LiveMenu.item("Open", () -> page.open(row)),
                            LiveMenu.item("Copy docker build command", () -> page.copyCommand(row)),
                            LiveMenu.item(
                                    "Change and build again…",
                                    () -> page.change(row.line().build())));
        }
        menu.getItems().add(LiveMenu.item("Build again", over, () -> model.rebuild(rows)));
        menu.getItems().add(LiveMenu.item("Cancel", !over, () -> model.cancel(rows)));
        if (rows.size() == 1) {
            row(menu, rows.getFirst());
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems()
                .add(LiveMenu.item(
                        "Delete", rows.stream().anyMatch(row -> row.line().canDelete()), () -> model.delete(rows)));
        if (rows.size() == 1) {
            List<BuildRow> older = model.olderThan(rows.getFirst());
            menu.getItems().add(LiveMenu.item("Delete older builds…", !older.isEmpty(), () -> askOlder(older)));
        }
        return menu;
    }

    private void row(ContextMenu menu, BuildRow row) {
        row.line()
                .build()
                .imageId()
                .ifPresent(image -> menu.getItems()
                        .addAll(
                                new SeparatorMenuItem(),
                                LiveMenu.item("Copy image ID", () -> page.copy(image)),
                                LiveMenu.item(
                                        "Copy folder",
                                        () -> page.copy(row.line()
                                                .build()
                                                .request()
                                                .folder()
                                                .toString()))));
    }

    private void askOlder(List<BuildRow> rows) {
        String count = rows.size() == 1 ? "1 build" : rows.size() + " builds";
        List<Confirmation.Line> lines = rows.stream()
                .map(row -> new Confirmation.Line(
                        row.line().title(),
                        row.line().result() + ", " + row.line().when()))
                .toList();
        page.ask(
                new Confirmation(
                        "Delete " + count + "?",
                        "What Quayside kept of them goes, their output too. Images and the build cache stay.",
                        lines,
                        "Delete " + count,
                        Optional.empty()),
                () -> model.deleteNow(rows));
    }
}
