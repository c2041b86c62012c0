package io.quayside.desktop.ui.images.table;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.row.ImageRow;
import io.quayside.desktop.ui.images.row.ImageUser;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// How many containers use an image, as a link to the one, or to a menu of them.
final class UsedByCell extends ImageCell {
    private final ImageListener listener;
    private final StackPane area = new StackPane();
    private @Nullable Hyperlink link;
    private @Nullable Label none;
    private List<ImageUser> users = List.of();

    UsedByCell(ImageListener listener) {
        this.listener = listener;
        area.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Subscription image(ImageRow row) {
        show(area);
        return row.lineProperty().subscribe(this::paint);
    }

    private void paint(ImageLine line) {
        users = line.usedBy();
        if (users.isEmpty()) {
            put(none());
            return;
        }
        Hyperlink shown = link();
        shown.setText(line.usedByWords());
        shown.setAccessibleText("Containers of " + line.title() + ": "
                + String.join(", ", users.stream().map(ImageUser::name).toList()));
        put(shown);
    }

    private void put(Labeled one) {
        if (!area.getChildren().contains(one)) {
            area.getChildren().setAll(one);
        }
    }

    private Hyperlink link() {
        if (link == null) {
            Hyperlink made = new Hyperlink();
            made.getStyleClass().addAll(StyleClasses.META, "used-by");
            made.setFocusTraversable(false);
            made.setOnAction(event -> {
                made.setVisited(false);
                follow(made);
            });
            link = made;
        }
        return link;
    }

    private Label none() {
        if (none == null) {
            none = new Label("Not used");
            none.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        }
        return none;
    }

    private void follow(Hyperlink owner) {
        if (users.size() == 1) {
            listener.open(users.getFirst());
            return;
        }
        ContextMenu menu = new ContextMenu();
        users.forEach(user -> menu.getItems()
                .add(LiveMenu.item(user.name() + (user.up() ? "" : ", stopped"), () -> listener.open(user))));
        menu.show(owner, Side.BOTTOM, 0, 0);
    }
}
