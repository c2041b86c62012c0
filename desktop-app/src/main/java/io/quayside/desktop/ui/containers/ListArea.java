package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The table, or what stands in its place while there are no rows.
final class ListArea extends StackPane {
    private final ContainersViewModel model;
    private final Node table;

    ListArea(ContainersViewModel model, Node table) {
        this.model = model;
        this.table = table;
        setMinHeight(80);
        model.listStateProperty().subscribe(this::show);
        model.filterTextProperty().subscribe((before, now) -> {
            if (model.listStateProperty().get() == ListState.NO_HITS) {
                show(ListState.NO_HITS);
            }
        });
        model.options()
                .segmentProperty()
                .subscribe((before, now) -> show(model.listStateProperty().get()));
    }

    private void show(ListState state) {
        switch (state) {
            case WAITING -> getChildren().clear();
            case LOADING -> getChildren().setAll(reading("Reading containers…"));
            case SLOW -> getChildren().setAll(reading("The engine is slow to answer (5 s). Still waiting."));
            case EMPTY ->
                getChildren()
                        .setAll(new EmptyState(
                                "No containers yet.", "They appear here as soon as the engine has one."));
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
            ActionButton all = new ActionButton(
                    "Show all",
                    () -> model.options().segmentProperty().set(io.quayside.desktop.ui.containers.row.Segment.ALL));
            String which = switch (model.options().segment()) {
                case RUNNING -> "No container is running.";
                case STOPPED -> "No container is stopped.";
                default -> "No container has a problem.";
            };
            return new EmptyState(which, "", all);
        }
        ActionButton clear = new ActionButton(
                "Clear filter", () -> model.filterTextProperty().set(""));
        return new EmptyState("No container matches “" + SafeText.line(text) + "”.", "", clear);
    }
}
