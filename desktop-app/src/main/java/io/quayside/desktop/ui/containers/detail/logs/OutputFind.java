package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The field that searches an [OutputPane], and how many matches there are. Enter goes to the next one, Shift+Enter to
/// the one before. FX thread.
public final class OutputFind extends HBox {
    private static final double WIDTH = 180;
    private static final double LEAST = 70;

    /// @param id of the field
    public OutputFind(String id, OutputPane pane) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        SearchField field = new SearchField("Find", "Enter").small();
        field.setId(id);
        field.setPrefWidth(WIDTH);
        field.setMinWidth(LEAST);
        field.textProperty().bindBidirectional(pane.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                pane.step(event.isShiftDown() ? -1 : 1);
                event.consume();
            }
        });
        Label count = new Label();
        count.setId(id + "-count");
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(pane.matchesProperty());
        getChildren().addAll(field, count);
    }
}
