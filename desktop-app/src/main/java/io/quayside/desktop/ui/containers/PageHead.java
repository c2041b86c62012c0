package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.Segment;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// "Containers", and how many there are; or as of when the rows are.
final class PageHead extends HBox {
    private final Label count = new Label();
    private final ContainersViewModel model;

    /// @param open asks for a compose file
    /// @param run opens the form for a new container
    PageHead(ContainersViewModel model, Runnable open, Runnable run) {
        this.model = model;
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Label title = new Label("Containers");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setTranslateY(2);
        count.setId("containers-summary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ActionButton runButton = new ActionButton("Run container", Icons.ADD, run).primary();
        runButton.setId("containers-run");
        ActionButton openButton = new ActionButton("Open compose file", Icons.FILES, open);
        openButton.setId("containers-open");
        openButton.setMinWidth(USE_PREF_SIZE);
        runButton.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, count, gap, openButton, runButton);
        model.countsProperty().subscribe(ignored -> update());
        model.connection().asOfProperty().subscribe(ignored -> update());
        model.listStateProperty().subscribe(ignored -> update());
    }

    private void update() {
        String asOf = model.connection().asOfProperty().get();
        if (!asOf.isEmpty()) {
            count.setText(asOf);
            return;
        }
        Map<Segment, Integer> counts = model.countsProperty().get();
        if (counts.getOrDefault(Segment.ALL, 0) == 0) {
            count.setText("");
            return;
        }
        count.setText(counts.getOrDefault(Segment.RUNNING, 0)
                + " running, "
                + counts.getOrDefault(Segment.STOPPED, 0)
                + " stopped");
    }
}
