package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The table, or what stands in its place while there are no rows.
public final class VolumesArea extends StackPane {
    private final VolumesViewModel model;
    private final Node table;
    private final Runnable create;

    /// @param create opens the form for a new one
    public VolumesArea(VolumesViewModel model, Node table, Runnable create) {
        this.model = model;
        this.table = table;
        this.create = create;
        setMinHeight(80);
        model.listStateProperty().subscribe(this::show);
        model.filterTextProperty().subscribe((before, now) -> again());
        model.segmentProperty().subscribe((before, now) -> again());
    }

    private void again() {
        if (model.listStateProperty().get() == ListState.NO_HITS) {
            show(ListState.NO_HITS);
        }
    }

    private void show(ListState state) {
        switch (state) {
            case WAITING -> getChildren().clear();
            case LOADING -> getChildren().setAll(new ReadingBar("Reading volumes…"));
            case SLOW -> getChildren().setAll(new ReadingBar("The engine is slow to answer (5 s). Still waiting."));
            case EMPTY ->
                getChildren()
                        .setAll(new EmptyState(
                                "No volumes.",
                                "They are created with containers, or here.",
                                new ActionButton("Create volume", Icons.ADD, create)));
            case NO_HITS -> getChildren().setAll(noHits());
            case ROWS -> {
                if (!getChildren().equals(List.of(table))) {
                    getChildren().setAll(table);
                }
            }
        }
    }

    private Node noHits() {
        String text = model.filterTextProperty().get().strip();
        if (text.isEmpty()) {
            ActionButton all =
                    new ActionButton("Show all", () -> model.segmentProperty().set(VolumeSegment.ALL));
            return new EmptyState(model.segmentProperty().get().none(), "", all);
        }
        ActionButton clear = new ActionButton(
                "Clear filter", () -> model.filterTextProperty().set(""));
        return new EmptyState("No volume matches “" + SafeText.line(text) + "”.", "", clear);
    }
}
