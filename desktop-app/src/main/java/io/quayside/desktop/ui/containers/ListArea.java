package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The table, or what stands in its place while there are no rows. The engine's answer is waited for under the table's
/// head, which is then
/// there when the answer comes.
final class ListArea extends StackPane {
    private final ContainersViewModel model;
    private final TreeTableView<?> table;
    private final ActionButton toEngine;

    /// @param toEngine leads to the page of the engine
    ListArea(ContainersViewModel model, TreeTableView<?> table, ActionButton toEngine) {
        this.model = model;
        this.table = table;
        this.toEngine = toEngine;
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
            case LOADING -> showReading("Reading containers…");
            case SLOW -> showReading("The engine is slow to answer (5 s). Still waiting.", toEngine);
            case EMPTY ->
                getChildren()
                        .setAll(new EmptyState(
                                "No containers yet.", "They appear here as soon as the engine has one."));
            case NO_HITS -> getChildren().setAll(noHits());
            case ROWS -> showTable(null);
        }
    }

    private void showTable(@Nullable Node insteadOfRows) {
        table.setPlaceholder(insteadOfRows);
        if (!getChildren().equals(List.of(table))) {
            getChildren().setAll(table);
        }
    }

    private void showReading(String text, Node... more) {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.getStyleClass().add("read-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(text);
        Label label = new Label(text);
        label.getStyleClass().add(StyleClasses.MUTED);
        HBox line = new HBox(12, label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("read-line");
        line.getChildren().addAll(more);
        showTable(new VBox(bar, line));
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
