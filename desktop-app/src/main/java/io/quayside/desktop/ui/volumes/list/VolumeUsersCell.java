package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Who uses a volume, as a link to the one container, or to a menu of them.
final class VolumeUsersCell extends FollowingCell<VolumeRow> {
    private final VolumeListener listener;
    private final StateGlyphView glyph = StateGlyph.RUNNING.node();
    private final Hyperlink link = new Hyperlink();
    private final HBox used = new HBox(6, glyph, link);
    private final Label none = new Label("Not used");
    private final StackPane area = new StackPane(used, none);
    private List<VolumeUser> users = List.of();

    VolumeUsersCell(VolumeListener listener) {
        this.listener = listener;
        link.getStyleClass().addAll(StyleClasses.META, "used-by");
        link.setFocusTraversable(false);
        link.setOnAction(event -> {
            link.setVisited(false);
            follow();
        });
        none.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        used.setAlignment(Pos.CENTER_LEFT);
        area.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected Subscription follow(VolumeRow row) {
        show(area);
        return row.lineProperty().subscribe(this::paint);
    }

    private void paint(VolumeLine line) {
        users = line.usedBy();
        link.setText(line.usedByWords());
        link.setAccessibleText("Containers with " + line.title() + ": "
                + users.stream().map(VolumeUser::name).collect(Collectors.joining(", ")));
        if (!users.isEmpty()) {
            glyph.setGlyph(users.getFirst().glyph());
        }
        used.setVisible(!users.isEmpty());
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
