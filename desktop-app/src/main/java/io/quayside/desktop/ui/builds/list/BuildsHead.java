package io.quayside.desktop.ui.builds.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// "Builds", and for how long they are kept.
public final class BuildsHead extends HBox {
    private static final String KEPT = "Last 30 days, kept by Quayside";

    /// @param build opens the form
    /// @param cache opens the build cache
    public BuildsHead(BuildsViewModel model, Runnable build, Runnable cache) {
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Label title = new Label("Builds");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        title.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label(KEPT);
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setTranslateY(2);
        summary.setId("builds-summary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ActionButton buildButton = new ActionButton("Build image", Icons.ADD, build).primary();
        buildButton.setId("builds-build");
        buildButton.setMinWidth(USE_PREF_SIZE);
        ActionButton cacheButton = new ActionButton("Build cache…", Icons.IMAGES, cache);
        cacheButton.setId("builds-cache");
        cacheButton.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, summary, gap, cacheButton, buildButton);
        model.listStateProperty()
                .subscribe(ignored -> summary.setText(
                        switch (model.damaged()) {
                            case 0 -> KEPT;
                            case 1 -> KEPT + ". One can't be read.";
                            default -> KEPT + ". " + model.damaged() + " can't be read.";
                        }));
    }
}
