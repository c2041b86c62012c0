package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.images.ImagesViewModel;
import io.quayside.desktop.ui.images.row.ImageItem;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.RepositoryRow;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that work inside the table, as in the list of containers: Space checks, Shift with arrows checks on the
/// way, Mod+A checks all, Enter opens.
final class ImageKeys {
    private final ImagesTable rows;
    private final TableView<ImageItem> table;
    private final ImagesViewModel model;
    private final ImageListener listener;

    ImageKeys(ImagesTable rows, ImagesViewModel model, ImageListener listener) {
        this.rows = rows;
        this.table = rows.node();
        this.model = model;
        this.listener = listener;
    }

    void install() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.setOnContextMenuRequested(this::menu);
    }

    private void pressed(KeyEvent event) {
        boolean done = switch (event.getCode()) {
            case SPACE -> !event.isShortcutDown() && check();
            case A -> event.isShortcutDown() && all();
            case ENTER -> !event.isShortcutDown() && open();
            case LEFT, RIGHT -> fold(event.getCode() == KeyCode.RIGHT);
            case UP, DOWN -> event.isShiftDown() && extend(event.getCode() == KeyCode.DOWN ? 1 : -1);
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean check() {
        rows.current().ifPresent(item -> {
            switch (item) {
                case ImageRow row -> model.selection().toggle(row.key());
                case RepositoryRow head -> {
                    List<String> keys = head.membersProperty().get().stream()
                            .map(ImageRow::key)
                            .toList();
                    model.selection().setChecked(keys, !keys.stream().allMatch(model.selection()::isChecked));
                }
            }
        });
        return true;
    }

    private boolean all() {
        model.selection().setChecked(rows.rows().stream().map(ImageRow::key).toList(), true);
        return true;
    }

    private boolean open() {
        rows.current().ifPresent(item -> {
            switch (item) {
                case ImageRow row -> listener.open(row);
                case RepositoryRow head -> model.fold(head);
            }
        });
        return true;
    }

    private boolean fold(boolean open) {
        if (rows.current().orElse(null) instanceof RepositoryRow head) {
            if (head.expandedProperty().get() != open) {
                model.fold(head);
            }
            return true;
        }
        return false;
    }

    private boolean extend(int step) {
        checkCurrent();
        int next = table.getSelectionModel().getSelectedIndex() + step;
        if (next >= 0 && next < table.getItems().size()) {
            table.getSelectionModel().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - 2));
            checkCurrent();
        }
        return true;
    }

    private void checkCurrent() {
        if (rows.current().orElse(null) instanceof ImageRow row) {
            model.selection().setChecked(List.of(row.key()), true);
        }
    }

    /// Opens the menu of the checked rows if the current one is among them, else of the current one.
    private void menu(ContextMenuEvent event) {
        if (rows.current().orElse(null) instanceof ImageRow row) {
            List<ImageRow> which =
                    model.selection().isChecked(row.key()) ? model.selection().targets() : List.of(row);
            listener.menu(which).show(table, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }
}
