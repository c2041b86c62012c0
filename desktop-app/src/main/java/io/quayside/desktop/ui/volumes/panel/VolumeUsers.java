package io.quayside.desktop.ui.volumes.panel;

import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.list.VolumeUser;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The containers with a volume, each a link, and where they have it.
final class VolumeUsers extends ScrollPane {
    private final Consumer<VolumeUser> open;
    private final VBox rows = new VBox();

    VolumeUsers(Consumer<VolumeUser> open) {
        this.open = open;
        setId("volume-users");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(rows);
    }

    void show(List<VolumeUser> users) {
        if (users.isEmpty()) {
            rows.getChildren().setAll(new EmptyState("No container uses this volume.", ""));
        } else {
            rows.getChildren().setAll(users.stream().map(this::row).toList());
        }
    }

    private HBox row(VolumeUser user) {
        Hyperlink link = new Hyperlink(user.name());
        link.setMinWidth(0);
        link.setOnAction(event -> {
            link.setVisited(false);
            open.accept(user);
        });
        Label state = new Label(user.status());
        state.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        state.setMinWidth(USE_PREF_SIZE);
        Gap gap = new Gap();
        Label path = new Label(user.path());
        path.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        HBox row = new HBox(8, user.glyph().node(), link, state, gap, path);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, 16, 0, 16));
        row.getStyleClass().add("user-row");
        return row;
    }
}
