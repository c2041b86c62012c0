package io.quayside.desktop.ui.networks.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// A lock on the engine's own networks, connect, and the menu. The whole cell is dead to clicks on the row.
final class NetworkActionsCell extends FollowingCell<NetworkRow> {
    private final NetworkListener listener;
    private Runnable connectNow = () -> {};
    private Runnable moreNow = () -> {};
    private final Label lock = new Label("", Icons.LOCK.node(Icons.SMALL));
    private final IconButton connect =
            new IconButton(Icons.ADD, Icons.SMALL, "Connect container", () -> connectNow.run());
    private final IconButton more = new IconButton(Icons.MORE, Icons.SMALL, "More", () -> moreNow.run());
    private final HBox area = new HBox(2, lock, connect, more);

    NetworkActionsCell(NetworkListener listener) {
        this.listener = listener;
        area.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        area.setPadding(new Insets(0, 16, 0, 0));
        area.setPrefWidth(10_000);
        area.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        lock.getStyleClass().add("network-lock");
        lock.setMinSize(28, 28);
        lock.setAlignment(Pos.CENTER);
        connect.setFocusTraversable(false);
        more.setFocusTraversable(false);
        setStyle("-fx-padding: 0;");
    }

    @Override
    protected Subscription follow(NetworkRow row) {
        connectNow = () -> listener.connect(row);
        moreNow = () -> listener.menu(List.of(row)).show(more, Side.BOTTOM, 0, 0);
        show(area);
        return row.lineProperty().subscribe(line -> {
            lock.setVisible(line.lock().isPresent());
            lock.setManaged(line.lock().isPresent());
            lock.setAccessibleText(line.lock().orElse(""));
            Tip.on(lock, line.lock().orElse(""));
            connect.setName("Connect a container to " + line.name());
            connect.setUnavailable(line.closed()
                    .or(() -> line.canAct() ? Optional.empty() : Optional.of("Not possible at the moment")));
            more.setName("More actions for " + line.name());
        });
    }
}
