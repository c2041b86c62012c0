package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The table, or what stands in its place while there are no rows.
public final class NetworksArea extends StackPane {
    private final NetworksViewModel model;
    private final Node table;
    private final Runnable create;

    /// @param create opens the form
    public NetworksArea(NetworksViewModel model, Node table, Runnable create) {
        this.model = model;
        this.table = table;
        this.create = create;
        setMinHeight(80);
        model.listStateProperty().subscribe(this::show);
        model.filterTextProperty()
                .subscribe((before, now) -> show(model.listStateProperty().get()));
    }

    private void show(ListState state) {
        switch (state) {
            case WAITING -> getChildren().clear();
            case LOADING, SLOW -> getChildren().setAll(new EmptyState("Asking the engine for its networks…", ""));
            case EMPTY ->
                getChildren()
                        .setAll(new EmptyState(
                                "No networks.",
                                "Containers reach each other through networks.",
                                new ActionButton("Create network", Icons.ADD, create)));
            case NO_HITS -> getChildren().setAll(noHits());
            case ROWS -> {
                if (!getChildren().equals(List.of(table))) {
                    getChildren().setAll(table);
                }
            }
        }
    }

    private Node noHits() {
        ActionButton clear = new ActionButton(
                "Clear filter", () -> model.filterTextProperty().set(""));
        String text = model.filterTextProperty().get().strip();
        return new EmptyState("No network matches “" + SafeText.line(text) + "”.", "", clear);
    }
}
