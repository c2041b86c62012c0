package io.quayside.desktop.ui.settings;

import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.KeyChord;
import io.quayside.desktop.ui.control.SearchField;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The page Keyboard: every command and its keys. Enter or the pencil records new ones, Delete takes them away.
final class KeyboardPane extends VBox {
    private final KeyboardViewModel model;
    private final TableView<KeyRow> table = new TableView<>();
    private final EventHandler<KeyEvent> recorder = this::record;
    private @Nullable Window recordingIn;

    KeyboardPane(KeyboardViewModel model) {
        super(12);
        this.model = model;
        SearchField search = new SearchField("Find a command or key", "").small();
        search.setId("keyboard-filter");
        search.textProperty().bindBidirectional(model.filterProperty());
        search.setMaxWidth(320);
        buildTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(search, table);
        model.recordingProperty().subscribe(id -> listen(!id.isEmpty()));
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.cancelRecording();
            }
        });
    }

    void focusTable() {
        table.requestFocus();
    }

    private void buildTable() {
        table.setId("keyboard-table");
        table.setAccessibleText("Commands and their keys");
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new EmptyState("No command matches.", ""));
        table.getColumns().add(column("Command", 160, 300, new KeyCells.Title()));
        table.getColumns().add(column("Where", 80, 120, new KeyCells.Scope()));
        table.getColumns().add(column("Keys", 160, 260, new KeyCells.Keys(model)));
        table.getColumns().add(column("", 128, 128, new KeyCells.Actions(model)));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::onTableKey);
    }

    private static TableColumn<KeyRow, KeyRow> column(
            String title,
            double least,
            double width,
            javafx.util.Callback<TableColumn<KeyRow, KeyRow>, javafx.scene.control.TableCell<KeyRow, KeyRow>> cells) {
        TableColumn<KeyRow, KeyRow> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new javafx.beans.property.ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(cells);
        column.setMinWidth(least);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void onTableKey(KeyEvent event) {
        KeyRow row = table.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            model.record(row.id());
        } else if (event.getCode() == KeyCode.DELETE) {
            event.consume();
            model.remove(row.id());
        }
    }

    /// While keys are recorded they are taken at the window, before the scene's own keys.
    private void listen(boolean on) {
        if (recordingIn != null) {
            recordingIn.removeEventFilter(KeyEvent.ANY, recorder);
            recordingIn = null;
        }
        if (on && getScene() != null && getScene().getWindow() != null) {
            recordingIn = getScene().getWindow();
            recordingIn.addEventFilter(KeyEvent.ANY, recorder);
        }
    }

    private void record(KeyEvent event) {
        event.consume();
        if (event.getEventType() != KeyEvent.KEY_PRESSED) {
            return;
        }
        Optional<KeyChord> chord = KeyChord.of(event);
        if (event.getCode() == KeyCode.ESCAPE
                && chord.filter(pressed -> pressed.modifiers().isEmpty()).isPresent()) {
            model.cancelRecording();
        } else {
            chord.ifPresent(model::recorded);
        }
    }
}
