package io.quayside.desktop.ui.images;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageSegment;
import io.quayside.desktop.ui.list.ListHead;
import io.quayside.desktop.ui.theme.Icons;
import java.util.Optional;
import javafx.scene.control.SeparatorMenuItem;

/// "Images", how many there are and what they take; or as of when the rows are.
final class ImagesHead extends ListHead {
    private final ImagesViewModel model;

    /// @param pull opens the panel
    ImagesHead(ImagesViewModel model, Runnable pull, ImageRequests page) {
        super("images", "Images");
        this.model = model;
        more(
                LiveMenu.item("Check for updates", page::checkAllUpdates),
                new SeparatorMenuItem(),
                LiveMenu.item("Load…", page::load),
                LiveMenu.item("Import…", page::importImage));
        ActionButton pruneButton = act("images-prune", new ActionButton("Prune…", page::prune));
        act("images-pull", new ActionButton("Pull image", Icons.PULL, pull).primary());
        model.countsProperty()
                .subscribe(counts -> pruneButton.setUnavailable(
                        counts.getOrDefault(ImageSegment.NOT_USED, 0) > 0
                                ? Optional.empty()
                                : Optional.of("Every image is in use")));
        model.itemsProperty().subscribe(ignored -> update());
        model.countsProperty().subscribe(ignored -> update());
        model.onDiskProperty().subscribe(ignored -> update());
        model.connection().asOfProperty().subscribe(ignored -> update());
    }

    private void update() {
        String asOf = model.connection().asOfProperty().get();
        int images = model.images();
        if (!asOf.isEmpty() || images == 0) {
            summary(asOf);
            return;
        }
        String count = images == 1 ? "1 image" : images + " images";
        summary(
                model.onDiskProperty().get().isPresent()
                        ? count + ", " + Sizes.of(model.onDiskProperty().get().getAsLong()) + " on disk"
                        : count);
    }
}
