package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The table, or what stands in its place while there are no rows.
public final class BuildsArea extends StackPane {
    private final BuildsViewModel model;
    private final Node table;
    private final Runnable build;

    /// @param build opens the form
    public BuildsArea(BuildsViewModel model, Node table, Runnable build) {
        this.model = model;
        this.table = table;
        this.build = build;
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
            case WAITING, LOADING, SLOW -> getChildren().clear();
            case EMPTY ->
                getChildren()
                        .setAll(new EmptyState(
                                "No builds yet.",
                                "Build an image from a folder with a Dockerfile.",
                                new ActionButton("Build image", Icons.ADD, build)));
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
                    new ActionButton("Show all", () -> model.segmentProperty().set(BuildSegment.ALL));
            return new EmptyState(model.segmentProperty().get().none(), "", all);
        }
        ActionButton clear = new ActionButton(
                "Clear filter", () -> model.filterTextProperty().set(""));
        return new EmptyState("No build matches “" + SafeText.line(text) + "”.", "", clear);
    }
}
