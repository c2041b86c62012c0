package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with all checked rows. Takes the place of the filter bar while there are any.
final class ImagesBulkBar extends HBox {
    private final ImagesViewModel model;
    private final Label count = new Label();
    private final ActionButton pull;
    private final ActionButton delete;

    ImagesBulkBar(ImagesViewModel model, ImageRequests page) {
        this.model = model;
        getStyleClass().add(StyleClasses.BULK_BAR);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(USE_PREF_SIZE);
        Label hint = new Label("Space toggles, Esc clears");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        this.pull = new ActionButton("Pull again", Icons.PULL, () -> page.pull(targets())).small();
        this.delete = new ActionButton(
                        "Delete…", Icons.DELETE, () -> model.deletion().delete(targets(), page::ask))
                .small()
                .danger();
        ActionButton save = new ActionButton("Save…", Icons.FILE, () -> page.save(targets())).small();
        save.setMinWidth(USE_PREF_SIZE);
        this.pull.setMinWidth(USE_PREF_SIZE);
        this.delete.setMinWidth(USE_PREF_SIZE);
        IconButton close = new IconButton(
                Icons.CLOSE,
                Icons.SMALL,
                "Clear the selection",
                () -> model.selection().clear());
        getChildren().addAll(count, hint, gap, this.pull, save, this.delete, close);
        model.selection().checkedCountProperty().subscribe(ignored -> update());
        model.itemsProperty().subscribe(ignored -> update());
    }

    private void update() {
        count.setText(model.selection().checkedCountProperty().get() + " selected");
        pull.setUnavailable(
                targets().stream().anyMatch(ImageMenus::canPull)
                        ? Optional.empty()
                        : Optional.of("None of them has a name to pull"));
        delete.setUnavailable(
                targets().stream().anyMatch(row -> row.line().canAct())
                        ? Optional.empty()
                        : Optional.of("None of them can be deleted now"));
    }

    private List<ImageRow> targets() {
        return model.selection().targets();
    }
}
