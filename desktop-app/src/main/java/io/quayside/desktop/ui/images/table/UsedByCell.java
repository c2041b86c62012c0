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
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// How many containers use an image, as a link to the one, or to a menu of them.
final class UsedByCell extends ImageCell {
    private final ImageListener listener;
    private final Hyperlink link = new Hyperlink();
    private final Label none = new Label("Not used");
    private final StackPane area = new StackPane(link, none);
    private List<ImageUser> users = List.of();

    UsedByCell(ImageListener listener) {
        this.listener = listener;
        link.getStyleClass().addAll(StyleClasses.META, "used-by");
        link.setFocusTraversable(false);
        link.setOnAction(event -> {
            link.setVisited(false);
            follow();
        });
        none.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        area.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Subscription image(ImageRow row) {
        show(area);
        return row.lineProperty().subscribe(this::paint);
    }

    private void paint(ImageLine line) {
        users = line.usedBy();
        link.setText(line.usedByWords());
        link.setAccessibleText("Containers of " + line.title() + ": "
                + String.join(", ", users.stream().map(ImageUser::name).toList()));
        link.setVisible(!users.isEmpty());
        none.setVisible(users.isEmpty());
    }

    private void follow() {
        if (users.size() == 1) {
            listener.open(users.getFirst());
            return;
        }
        ContextMenu menu = new ContextMenu();
        users.forEach(user -> menu.getItems()
                .add(LiveMenu.item(user.name() + (user.up() ? "" : ", stopped"), () -> listener.open(user))));
        menu.show(link, Side.BOTTOM, 0, 0);
    }
}
