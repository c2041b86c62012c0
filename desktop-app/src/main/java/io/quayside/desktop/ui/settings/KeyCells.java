package io.quayside.desktop.ui.settings;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;
import javafx.util.Callback;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The cells of the table of keys.
final class KeyCells {
    private KeyCells() {}

    /// The command's title.
    static final class Title implements Callback<TableColumn<KeyRow, KeyRow>, TableCell<KeyRow, KeyRow>> {
        @Override
        public TableCell<KeyRow, KeyRow> call(TableColumn<KeyRow, KeyRow> column) {
            return new TableCell<>() {
                @Override
                protected void updateItem(@Nullable KeyRow row, boolean empty) {
                    super.updateItem(row, empty);
                    setText(row == null ? null : row.title());
                    getStyleClass().remove(StyleClasses.MEDIUM);
                    getStyleClass().add(StyleClasses.MEDIUM);
                }
            };
        }
    }

    /// Where it applies.
    static final class Scope implements Callback<TableColumn<KeyRow, KeyRow>, TableCell<KeyRow, KeyRow>> {
        @Override
        public TableCell<KeyRow, KeyRow> call(TableColumn<KeyRow, KeyRow> column) {
            TableCell<KeyRow, KeyRow> cell = new TableCell<>() {
                @Override
                protected void updateItem(@Nullable KeyRow row, boolean empty) {
                    super.updateItem(row, empty);
                    setText(row == null ? null : row.scope());
                }
            };
            cell.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            return cell;
        }
    }

    /// The keys, what they clash with, or the wait for new ones.
    record Keys(KeyboardViewModel model) implements Callback<TableColumn<KeyRow, KeyRow>, TableCell<KeyRow, KeyRow>> {
        @Override
        public TableCell<KeyRow, KeyRow> call(TableColumn<KeyRow, KeyRow> column) {
            return new KeysCell(model);
        }
    }

    private static final class KeysCell extends TableCell<KeyRow, KeyRow> {
        private final KeyboardViewModel model;
        private final HBox content = new HBox(8);
        private Subscription recording = Subscription.EMPTY;

        KeysCell(KeyboardViewModel model) {
            this.model = model;
            content.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable KeyRow row, boolean empty) {
            super.updateItem(row, empty);
            recording.unsubscribe();
            recording = Subscription.EMPTY;
            if (row == null) {
                setGraphic(null);
                return;
            }
            setGraphic(content);
            recording =
                    model.recordingProperty().subscribe(id -> show(row, row.id().equals(id)));
        }

        private void show(KeyRow row, boolean waiting) {
            content.getChildren().clear();
            if (waiting) {
                content.getChildren().add(label("Press the new keys. Esc cancels.", StyleClasses.LINK));
                return;
            }
            row.keys().map(Kbd::of).ifPresent(content.getChildren()::add);
            if (row.keys().isEmpty()) {
                content.getChildren().add(label("None", StyleClasses.MUTED));
            }
            if (row.isInConflict()) {
                content.getChildren()
                        .addAll(Icons.WARNING.node(Icons.SMALL), label(row.conflictText(), StyleClasses.TEXT_WARNING));
            } else if (row.changed()) {
                content.getChildren().add(label("Changed", StyleClasses.MUTED));
            }
        }

        private static Label label(String text, String styleClass) {
            Label label = new Label(text);
            label.getStyleClass().addAll(StyleClasses.META, styleClass);
            return label;
        }
    }

    /// Record, take away, default.
    record Actions(KeyboardViewModel model)
            implements Callback<TableColumn<KeyRow, KeyRow>, TableCell<KeyRow, KeyRow>> {
        @Override
        public TableCell<KeyRow, KeyRow> call(TableColumn<KeyRow, KeyRow> column) {
            return new ActionsCell(model);
        }
    }

    private static final class ActionsCell extends TableCell<KeyRow, KeyRow> {
        private final HBox content;
        private final IconButton record;
        private final IconButton remove;
        private final IconButton reset;

        ActionsCell(KeyboardViewModel model) {
            record = new IconButton(
                    Icons.RENAME, "Record keys", () -> model.record(getItem().id()));
            remove = new IconButton(
                    Icons.CLOSE, "Remove keys", () -> model.remove(getItem().id()));
            reset = new IconButton(
                    Icons.UNDO, "Reset keys", () -> model.reset(getItem().id()));
            content = new HBox(record, remove, reset);
            content.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        }

        @Override
        protected void updateItem(@Nullable KeyRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null ? null : content);
            if (row != null) {
                record.setName("Record keys for " + row.title());
                remove.setName("Remove the keys of " + row.title());
                reset.setName("Reset the keys of " + row.title());
                remove.setUnavailable(row.keys().isPresent() ? Optional.empty() : Optional.of("It has no keys"));
                reset.setUnavailable(row.changed() ? Optional.empty() : Optional.of("These are the default keys"));
            }
        }
    }
}
