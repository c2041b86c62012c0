package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The table, or what stands in its place while there are no rows.
final class ImagesArea extends StackPane {
    private final ImagesViewModel model;
    private final Node table;
    private final Runnable pull;

    ImagesArea(ImagesViewModel model, Node table, Runnable pull) {
        this.model = model;
        this.table = table;
        this.pull = pull;
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
            case LOADING -> getChildren().setAll(reading("Reading images…"));
            case SLOW -> getChildren().setAll(reading("The engine is slow to answer (5 s). Still waiting."));
            case EMPTY ->
                getChildren()
                        .setAll(new EmptyState(
                                "No images yet.",
                                "Pull one to start.",
                                new ActionButton("Pull image", Icons.PULL, pull)));
            case NO_HITS -> getChildren().setAll(noHits());
            case ROWS -> {
                if (!getChildren().equals(java.util.List.of(table))) {
                    getChildren().setAll(table);
                }
            }
        }
    }

    private static Node reading(String text) {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add("read-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.MUTED, "read-line");
        return new VBox(bar, label);
    }

    private Node noHits() {
        String text = model.filterTextProperty().get().strip();
        if (text.isEmpty()) {
            ActionButton all =
                    new ActionButton("Show all", () -> model.segmentProperty().set(ImageSegment.ALL));
            return new EmptyState(
                    model.segmentProperty().get() == ImageSegment.IN_USE
                            ? "No container uses an image."
                            : "Every image is in use.",
                    "",
                    all);
        }
        ActionButton clear = new ActionButton(
                "Clear filter", () -> model.filterTextProperty().set(""));
        return new EmptyState("No image matches “" + SafeText.line(text) + "”.", "", clear);
    }
}
