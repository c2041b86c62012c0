package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// "Volumes", how many there are, and what they hold.
public final class VolumesHead extends HBox {
    private final VolumesViewModel model;
    private final Label summary = new Label();
    private final ActionButton prune;

    public VolumesHead(VolumesViewModel model, VolumeListener page) {
        this.model = model;
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Label title = new Label("Volumes");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        title.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setTranslateY(2);
        summary.setId("volumes-summary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ActionButton create = new ActionButton("Create volume", Icons.ADD, page::create).primary();
        create.setId("volumes-create");
        create.setMinWidth(USE_PREF_SIZE);
        prune = new ActionButton("Prune…", page::prune);
        prune.setId("volumes-prune");
        prune.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, summary, gap, more(page), prune, create);
        model.itemsProperty().subscribe(ignored -> update());
        model.countsProperty().subscribe(ignored -> update());
        model.measuredProperty().subscribe(ignored -> update());
        model.connection().asOfProperty().subscribe(ignored -> update());
    }

    private static MenuButton more(VolumeListener page) {
        MenuButton button = new MenuButton();
        button.setGraphic(Icons.MORE.node(Icons.SMALL));
        button.getStyleClass().add("volumes-more");
        button.setAccessibleText("More");
        button.setId("volumes-more");
        Tip.on(button, "More");
        button.setMinWidth(USE_PREF_SIZE);
        button.getItems().add(LiveMenu.item("Import…", page::importVolume));
        return button;
    }

    private void update() {
        String asOf = model.connection().asOfProperty().get();
        int count = model.lines().size();
        prune.setUnavailable(
                model.unused().isEmpty()
                        ? Optional.of(
                                asOf.isEmpty() ? "Every volume is in use" : "There is no connection to the engine")
                        : Optional.empty());
        if (!asOf.isEmpty() || count == 0) {
            summary.setText(asOf);
            return;
        }
        String volumes = count == 1 ? "1 volume" : count + " volumes";
        summary.setText(model.isMeasured() ? volumes + ", " + Sizes.of(model.onDisk()) + " on disk" : volumes);
    }
}
