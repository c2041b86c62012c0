package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The containers that were made from an image, each a link.
final class UsersTab extends ScrollPane {
    private final Consumer<ImageUser> open;
    private final Runnable run;
    private final VBox rows = new VBox();

    /// @param run opens the form for a container of it
    UsersTab(Consumer<ImageUser> open, Runnable run) {
        this.open = open;
        this.run = run;
        setId("image-users");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(rows);
    }

    void show(List<ImageUser> users) {
        if (users.isEmpty()) {
            rows.getChildren()
                    .setAll(new EmptyState(
                            "No container uses this image.", "", new ActionButton("Run container", run)));
        } else {
            rows.getChildren().setAll(users.stream().map(this::row).toList());
        }
    }

    private HBox row(ImageUser user) {
        Hyperlink link = new Hyperlink(user.name());
        link.setOnAction(event -> {
            link.setVisited(false);
            open.accept(user);
        });
        Label state = new Label(user.up() ? "Running" : "Stopped");
        state.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox row = new HBox(8, (user.up() ? StateGlyph.RUNNING : StateGlyph.STOPPED).node(), link, state);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(0, 16, 0, 16));
        row.getStyleClass().add("user-row");
        return row;
    }
}
