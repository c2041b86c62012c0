package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;

/// A menu that stays true while it is open: what its items say, and whether they can be chosen, follows the containers
/// that it was opened for. What an item does is decided when it is chosen. FX thread.
public final class LiveMenu {
    private final ContextMenu menu = new ContextMenu();
    private final List<Runnable> updates = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;

    public LiveMenu(List<ContainerRow> rows) {
        menu.setOnShowing(event -> follow(rows));
        menu.setOnHidden(event -> {
            following.unsubscribe();
            following = Subscription.EMPTY;
        });
    }

    public ContextMenu menu() {
        return menu;
    }

    public void add(MenuItem item) {
        menu.getItems().add(item);
    }

    public void separator() {
        menu.getItems().add(new SeparatorMenuItem());
    }

    public MenuItem add(String title, Runnable action) {
        MenuItem item = item(title, action);
        add(item);
        return item;
    }

    public MenuItem add(String title, BooleanSupplier possible, Runnable action) {
        return add(() -> title, possible, action);
    }

    public MenuItem add(Supplier<String> title, BooleanSupplier possible, Runnable action) {
        MenuItem item = add(title.get(), action);
        keep(() -> {
            item.setText(title.get());
            item.setDisable(!possible.getAsBoolean());
        });
        return item;
    }

    /// A menu in the menu.
    public void add(Menu inner, BooleanSupplier possible) {
        add((MenuItem) inner);
        keep(() -> inner.setDisable(!possible.getAsBoolean()));
    }

    public static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    /// One that stands there disabled where it isn't possible.
    public static MenuItem item(String title, boolean possible, Runnable action) {
        MenuItem item = item(title, action);
        item.setDisable(!possible);
        return item;
    }

    private void keep(Runnable update) {
        updates.add(update);
        update.run();
    }

    private void follow(List<ContainerRow> rows) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        for (ContainerRow row : rows) {
            following = following.and(row.lineProperty().subscribe((before, now) -> updates.forEach(Runnable::run)));
        }
        updates.forEach(Runnable::run);
    }
}
