package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// "Before it runs": what was looked at, and what it says.
final class ChecksPanel extends VBox {
    private final RunViewModel model;
    private final VBox checks = new VBox(8);

    ChecksPanel(RunViewModel model) {
        super(10);
        this.model = model;
        Label title = new Label("Before it runs");
        title.getStyleClass().add(StyleClasses.STRONG);
        getChildren().addAll(title, checks);
        model.faultsProperty().subscribe(ignored -> show());
        model.imageProperty().subscribe(ignored -> show());
    }

    private void show() {
        checks.getChildren().clear();
        switch (model.imageProperty().get()) {
            case HERE -> add(Icons.CHECK, StyleClasses.TEXT_SUCCESS, "The image is on this engine");
            case MISSING -> add(Icons.PULL, "", "The image is not on this engine and is pulled first");
            case UNKNOWN -> {}
        }
        model.faultsProperty().get().forEach(fault -> add(Icons.WARNING, StyleClasses.TEXT_WARNING, fault.words()));
        if (model.faultsProperty().get().isEmpty()) {
            if (model.specProperty().get().value(RunFlag.NAME).isPresent()) {
                add(Icons.CHECK, StyleClasses.TEXT_SUCCESS, "The name is free");
            }
            if (!model.specProperty().get().values(RunFlag.PUBLISH).isEmpty()) {
                add(Icons.CHECK, StyleClasses.TEXT_SUCCESS, "No running container has these ports");
            }
        }
    }

    private void add(Icons icon, String style, String words) {
        Node sign = icon.node(Icons.SMALL);
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.META);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(8, sign, label);
        if (!style.isEmpty()) {
            sign.getStyleClass().add(style);
        }
        checks.getChildren().add(row);
    }
}
