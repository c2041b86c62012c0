package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Browse, and the menu. The whole cell is dead to clicks on the row.
final class VolumeActionsCell extends FollowingCell<VolumeRow> {
    private final VolumeListener listener;
    private Runnable browseNow = () -> {};
    private Runnable moreNow = () -> {};
    private final IconButton browse = new IconButton(Icons.FILES, Icons.SMALL, "Browse", () -> browseNow.run());
    private final IconButton more = new IconButton(Icons.MORE, Icons.SMALL, "More", () -> moreNow.run());
    private final HBox area = new HBox(2, browse, more);

    VolumeActionsCell(VolumeListener listener) {
        this.listener = listener;
        area.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        area.setPadding(new Insets(0, 16, 0, 0));
        area.setPrefWidth(10_000);
        area.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        browse.setFocusTraversable(false);
        more.setFocusTraversable(false);
        setStyle("-fx-padding: 0;");
    }

    @Override
    protected Subscription follow(VolumeRow row) {
        browseNow = () -> listener.browse(row);
        moreNow = () -> listener.menu(List.of(row)).show(more, Side.BOTTOM, 0, 0);
        show(area);
        return row.lineProperty().subscribe(line -> {
            browse.setName("Browse " + line.title());
            browse.setUnavailable(
                    line.canAct() ? Optional.empty() : Optional.of("There is no connection to the engine"));
            more.setName("More actions for " + line.title());
        });
    }
}
