package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What can be done with all checked rows. Takes the place of the filter bar while there are any.
public final class VolumesBulkBar extends HBox {
    private final VolumesViewModel model;
    private final Label count = new Label();
    private final ActionButton delete;

    public VolumesBulkBar(VolumesViewModel model, VolumeListener page) {
        this.model = model;
        getStyleClass().add(StyleClasses.BULK_BAR);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(USE_PREF_SIZE);
        Label hint = new Label("Space toggles, Esc clears");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        this.delete = new ActionButton("Delete…", Icons.DELETE, () -> page.delete(targets()))
                .small()
                .danger();
        delete.setMinWidth(USE_PREF_SIZE);
        IconButton close = new IconButton(
                Icons.CLOSE,
                Icons.SMALL,
                "Clear the selection",
                () -> model.selection().clear());
        getChildren().addAll(count, hint, gap, delete, close);
        model.selection().checkedCountProperty().subscribe(ignored -> update());
        model.itemsProperty().subscribe(ignored -> update());
    }

    private void update() {
        List<VolumeRow> rows = targets();
        count.setText(model.selection().checkedCountProperty().get() + " selected");
        delete.setUnavailable(
                rows.stream().anyMatch(row -> row.line().whyNotDelete().isEmpty())
                        ? Optional.empty()
                        : rows.stream()
                                .flatMap(row -> row.line().whyNotDelete().stream())
                                .findFirst());
    }

    private List<VolumeRow> targets() {
        return model.selection().targets();
    }
}
