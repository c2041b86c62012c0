package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The menus of rows. What isn't possible for these rows is there, disabled. FX thread.
final class ImageMenus {
    private final ImagesViewModel model;
    private final ImageRequests page;

    ImageMenus(ImagesViewModel model, ImageRequests page) {
        this.model = model;
        this.page = page;
    }

    ContextMenu of(List<ImageRow> rows) {
        ContextMenu menu = new ContextMenu();
        if (rows.size() == 1) {
            ImageRow row = rows.getFirst();
            add(menu, "Run…", row.line().canAct(), () -> page.run(row));
        }
        add(menu, "Pull again", rows.stream().anyMatch(ImageMenus::canPull), () -> page.pull(rows));
        add(
                menu,
                rows.size() == 1 ? "Check for update" : "Check for updates",
                rows.stream().anyMatch(row -> UpdateChecks.canCheck(row.line())),
                () -> page.checkUpdates(rows));
        if (rows.size() == 1) {
            ImageRow row = rows.getFirst();
            add(menu, "Tag…", row.line().canAct(), () -> page.tag(row));
            add(menu, "Push…", row.line().canAct(), () -> page.push(row));
            add(menu, "Save…", row.line().canAct(), () -> page.save(rows));
            add(menu, "History", row.line().canAct(), () -> page.layers(row, false));
            add(menu, "Scan layers", row.line().canAct(), () -> page.layers(row, true));
            menu.getItems().addAll(new SeparatorMenuItem(), copies(row.line()), new SeparatorMenuItem());
        }
        if (rows.size() > 1) {
            add(menu, "Save…", rows.stream().allMatch(row -> row.line().live()), () -> page.save(rows));
        }
        boolean ready = rows.stream().anyMatch(row -> row.line().canAct());
        add(menu, deleteTitle(rows), ready, () -> model.deletion().delete(rows, page::ask))
                .getStyleClass()
                .add(StyleClasses.DANGER);
        return menu;
    }

    /// Whether a registry can be asked for it by its name.
    static boolean canPull(ImageRow row) {
        return row.line().canAct() && row.line().name().isTagged();
    }

    /// Says whether the image goes or a name of it.
    static String deleteTitle(List<ImageRow> rows) {
        return rows.size() == 1 && ImageDeletion.onlyUntags(rows.getFirst().line()) ? "Untag" : "Delete…";
    }

    private Menu copies(ImageLine line) {
        Menu menu = new Menu("Copy");
        if (line.name().isTagged()) {
            menu.getItems()
                    .add(LiveMenu.item("Name", () -> page.copy(line.name().reference())));
        }
        menu.getItems().add(LiveMenu.item("ID", () -> page.copy(line.image().id())));
        line.image().digests().stream()
                .findFirst()
                .ifPresent(digest -> menu.getItems().add(LiveMenu.item("Digest", () -> page.copy(digest))));
        return menu;
    }

    private static MenuItem add(ContextMenu menu, String title, boolean possible, Runnable action) {
        MenuItem item = LiveMenu.item(title, possible, action);
        menu.getItems().add(item);
        return item;
    }
}
