package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Its output, or up while it has no container; and the menu. The whole cell is dead to clicks on the row.
final class ServiceActionsCell extends FollowingCell<ServiceRow> {
    private final ServiceListener listener;
    private Runnable logsNow = () -> {};
    private Runnable upNow = () -> {};
    private Runnable moreNow = () -> {};
    private final IconButton logs = new IconButton(Icons.LOGS, Icons.SMALL, "Logs", () -> logsNow.run());
    private final IconButton up = new IconButton(Icons.START, Icons.SMALL, "Up", () -> upNow.run());
    private final IconButton more = new IconButton(Icons.MORE, Icons.SMALL, "More", () -> moreNow.run());
    private final HBox area = new HBox(2, logs, up, more);

    ServiceActionsCell(ServiceListener listener) {
        this.listener = listener;
        area.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        area.setPadding(new Insets(0, 16, 0, 0));
        area.setPrefWidth(10_000);
        area.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        for (IconButton button : new IconButton[] {logs, up, more}) {
            button.setFocusTraversable(false);
            button.managedProperty().bind(button.visibleProperty());
        }
        setStyle("-fx-padding: 0;");
    }

    @Override
    protected Subscription follow(ServiceRow row) {
        logsNow = () -> listener.logs(row.line());
        upNow = () -> listener.up(row.line());
        moreNow = () -> listener.menu(row.line()).show(more, Side.BOTTOM, 0, 0);
        show(area);
        return row.lineProperty().subscribe(line -> {
            boolean there = !line.containers().isEmpty();
            logs.setVisible(there);
            logs.setName("Logs of " + line.title());
            up.setVisible(!line.isUp() && line.known());
            up.setName("Bring up " + line.title());
            more.setName("More actions for " + line.title());
        });
    }
}
