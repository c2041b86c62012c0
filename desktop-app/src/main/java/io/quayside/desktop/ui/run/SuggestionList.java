package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/// A list below a field while somebody types into it. The field keeps the focus: Up and Down choose, Enter takes, Esc
/// closes the list and nothing else. FX thread.
final class SuggestionList {
    private static final double ROW = 28;
    private static final double EDGES = 10;

    private final TextField field;
    private final Consumer<Suggestion> take;
    private final ListView<Suggestion> list = new ListView<>();
    private final Popup popup = new Popup();

    /// @param take gets what was chosen
    SuggestionList(TextField field, Consumer<Suggestion> take) {
        this.field = field;
        this.take = take;
        list.setId("run-suggestions");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setAccessibleText("Images that could be meant");
        list.getStyleClass().addAll(StyleClasses.POPOVER, "suggestions");
        list.setOnMouseClicked(event -> takeSelected());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().subscribe(now -> {
            if (!now) {
                popup.hide();
            }
        });
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /// What can be chosen, none of it chosen yet; nothing closes the list.
    void show(List<Suggestion> suggestions) {
        if (suggestions.isEmpty() || !field.isFocused() || field.getScene() == null) {
            popup.hide();
            return;
        }
        list.getItems().setAll(suggestions);
        list.getSelectionModel().clearSelection();
        list.setPrefSize(field.getWidth(), suggestions.size() * ROW + EDGES);
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        if (place != null && !popup.isShowing()) {
            // Another scene, which doesn't take over the look of the window by itself.
            list.getStylesheets().setAll(field.getScene().getStylesheets());
            list.getStylesheets()
                    .add(Objects.requireNonNull(RunPage.class.getResource("run.css"))
                            .toExternalForm());
            popup.getScene().getRoot().setStyle(field.getScene().getRoot().getStyle());
            popup.getScene()
                    .getRoot()
                    .getStyleClass()
                    .setAll(field.getScene().getRoot().getStyleClass());
            popup.show(field, place.getMinX(), place.getMaxY() + 2);
        }
    }

    void hide() {
        popup.hide();
    }

    private void key(KeyEvent event) {
        if (!popup.isShowing()) {
            return;
        }
        KeyCode code = event.getCode();
        int at = list.getSelectionModel().getSelectedIndex();
        int count = list.getItems().size();
        if (code == KeyCode.DOWN) {
            select((at + 1) % count);
        } else if (code == KeyCode.UP) {
            select(at <= 0 ? count - 1 : at - 1);
        } else if (code == KeyCode.ESCAPE) {
            popup.hide();
        } else if (code == KeyCode.ENTER && at >= 0) {
            takeSelected();
        } else {
            return;
        }
        event.consume();
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(index);
    }

    private void takeSelected() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            take.accept(chosen);
        }
    }

    private static final class Cell extends ListCell<Suggestion> {
        private final Label name = new Label();
        private final Label note = new Label();
        private final HBox row;

        Cell() {
            name.getStyleClass().add(StyleClasses.MONO);
            note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            note.setMinWidth(0);
            name.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(note, Priority.ALWAYS);
            row = new HBox(10, name, note);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            boolean search = item.kind() == Suggestion.Kind.SEARCH;
            String reference = SafeText.line(item.reference());
            name.setText(search ? "Search registries for “" + reference + "”" : reference);
            name.setGraphic(
                    (search ? Icons.SEARCH : item.kind() == Suggestion.Kind.HERE ? Icons.IMAGES : Icons.REGISTRIES)
                            .node(Icons.SMALL));
            note.setText(item.note());
            setAccessibleText(name.getText() + (item.note().isEmpty() ? "" : ", " + item.note()));
            setGraphic(row);
        }
    }
}
