package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// "Images", how many there are and what they take; or as of when the rows are.
final class ImagesHead extends HBox {
    private final Label summary = new Label();
    private final ImagesViewModel model;

    /// @param pull opens the panel
    ImagesHead(ImagesViewModel model, Runnable pull, ImageRequests page) {
        this.model = model;
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Label title = new Label("Images");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        title.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setTranslateY(2);
        summary.setId("images-summary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ActionButton pullButton = new ActionButton("Pull image", Icons.PULL, pull).primary();
        pullButton.setId("images-pull");
        pullButton.setMinWidth(USE_PREF_SIZE);
        ActionButton pruneButton = new ActionButton("Prune…", page::prune);
        pruneButton.setId("images-prune");
        pruneButton.setMinWidth(USE_PREF_SIZE);
        model.countsProperty()
                .subscribe(counts -> pruneButton.setUnavailable(
                        counts.getOrDefault(ImageSegment.NOT_USED, 0) > 0
                                ? Optional.empty()
                                : Optional.of("Every image is in use")));
        getChildren().addAll(title, summary, gap, more(page), pruneButton, pullButton);
        model.itemsProperty().subscribe(ignored -> update());
        model.countsProperty().subscribe(ignored -> update());
        model.onDiskProperty().subscribe(ignored -> update());
        model.connection().asOfProperty().subscribe(ignored -> update());
    }

    private static MenuButton more(ImageRequests page) {
        MenuButton button = new MenuButton();
        button.setGraphic(Icons.MORE.node(Icons.SMALL));
        button.getStyleClass().add("images-more");
        button.setAccessibleText("More");
        button.setId("images-more");
        Tip.on(button, "More");
        button.setMinWidth(USE_PREF_SIZE);
        button.getItems()
                .addAll(
                        LiveMenu.item("Check for updates", page::checkAllUpdates),
                        new SeparatorMenuItem(),
                        LiveMenu.item("Load…", page::load),
                        LiveMenu.item("Import…", page::importImage));
        return button;
    }

    private void update() {
        String asOf = model.connection().asOfProperty().get();
        int images = model.images();
        if (!asOf.isEmpty() || images == 0) {
            summary.setText(asOf);
            return;
        }
        String count = images == 1 ? "1 image" : images + " images";
        summary.setText(
                model.onDiskProperty().get().isPresent()
                        ? count + ", " + Sizes.of(model.onDiskProperty().get().getAsLong()) + " on disk"
                        : count);
    }
}
