package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The name, and below it project and driver where these have no columns.
final class VolumeNameCell extends FollowingCell<VolumeRow> {
    private final VolumeListener listener;
    private final Label name = new Label();
    private final Label busy = new Label();
    private final Label origin = new Label();
    private final VBox area = new VBox(1, new HBox(8, name, busy), origin);

    /// @param narrow whether there is no room for more columns
    VolumeNameCell(VolumeListener listener, ObservableBooleanValue narrow) {
        this.listener = listener;
        origin.visibleProperty().bind(narrow);
        origin.managedProperty().bind(narrow);
        name.getStyleClass().addAll(StyleClasses.MEDIUM, "name-link");
        name.setMinWidth(0);
        busy.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        busy.setMinWidth(USE_PREF_SIZE);
        origin.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        area.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected Subscription follow(VolumeRow row) {
        name.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                listener.open(row);
            }
        });
        show(area);
        return row.lineProperty().subscribe(line -> {
            name.setText(line.shortTitle());
            Tip.on(name, line.title());
            origin.setText(line.origin());
            busy.setText(line.busy().orElse(""));
        });
    }
}
