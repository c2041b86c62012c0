package io.quayside.desktop.ui.containers.detail.inspect;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The engine's whole answer about something: folded, searched, copied. FX thread.
public final class JsonPane extends VBox {
    private final JsonView json;
    private final SearchField search = new SearchField("Find a key or value", "Mod+F").small();

    /// @param searchId id of the field that searches
    /// @param searchWidth of that field
    public JsonPane(String searchId, double searchWidth, Consumer<String> copy) {
        json = new JsonView(copy);
        search.setId(searchId);
        search.setPrefWidth(searchWidth);
        search.textProperty().subscribe(json::search);
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                json.move(event.isShiftDown() ? -1 : 1);
            }
        });
        Label matches = new Label();
        matches.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        matches.textProperty().bind(json.matchesProperty());
        Gap gap = new Gap();
        HBox bar = new HBox(
                search,
                matches,
                gap,
                new IconButton(Icons.COPY, "Copy the value of the selected line", json::copyValue),
                new IconButton(Icons.INSPECT, "Copy the path of the selected line", json::copyPath));
        bar.getStyleClass().addAll(StyleClasses.BAR, "detail-bar");
        VBox.setVgrow(json, Priority.ALWAYS);
        getChildren().addAll(bar, json);
    }

    public void show(String text) {
        json.show(JsonTree.of(text));
    }
}
