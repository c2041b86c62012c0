package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.containers.LiveMenu;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with volumes, as a menu. What isn't possible says why.
public final class VolumeMenus {
    private final VolumeListener page;

    public VolumeMenus(VolumeListener page) {
        this.page = page;
    }

    public ContextMenu of(List<VolumeRow> rows) {
        ContextMenu menu = new ContextMenu();
        if (rows.size() == 1) {
            VolumeRow row = rows.getFirst();
            Optional<String> gone =
                    row.line().canAct() ? Optional.empty() : Optional.of("There is no connection to the engine");
            menu.getItems()
                    .addAll(
                            item("Browse", gone, () -> page.browse(row)),
                            item("Clone…", gone, () -> page.copy(row)),
                            item("Export…", gone, () -> page.export(row)),
                            item("Import…", gone, () -> page.fill(row)),
                            item("Empty…", row.line().whyNotEmpty(), () -> page.empty(row)),
                            new SeparatorMenuItem(),
                            LiveMenu.item("Copy name", () -> page.copy(row.name())),
                            LiveMenu.item(
                                    "Copy path",
                                    () -> page.copy(row.line().volume().mountpoint())));
            row.line().usedBy().stream()
                    .limit(8)
                    .forEach(user -> menu.getItems().add(LiveMenu.item("Show " + user.name(), () -> page.open(user))));
            menu.getItems().add(new SeparatorMenuItem());
        }
        Optional<String> fixed =
                rows.stream().anyMatch(row -> row.line().whyNotDelete().isEmpty())
                        ? Optional.empty()
                        : rows.stream()
                                .flatMap(row -> row.line().whyNotDelete().stream())
                                .findFirst();
        menu.getItems().add(item("Delete…", fixed, () -> page.delete(rows)));
        return menu;
    }

    /// A menu has no tooltips, so the reason stands behind the name.
    private static MenuItem item(String title, Optional<String> unavailable, Runnable action) {
        MenuItem item =
                LiveMenu.item(title + unavailable.map(why -> "   " + why).orElse(""), action);
        item.setDisable(unavailable.isPresent());
        return item;
    }
}
