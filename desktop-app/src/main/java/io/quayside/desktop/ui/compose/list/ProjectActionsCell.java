package io.quayside.desktop.ui.compose.list;

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

/// Up or stop, and the menu. The whole cell is dead to clicks on the row.
final class ProjectActionsCell extends FollowingCell<ProjectRow> {
    private final ProjectListener listener;
    private Runnable actNow = () -> {};
    private Runnable moreNow = () -> {};
    private final IconButton up = new IconButton(Icons.START, Icons.SMALL, "Up", () -> actNow.run());
    private final IconButton stop = new IconButton(Icons.STOP, Icons.SMALL, "Stop", () -> actNow.run());
    private final IconButton more = new IconButton(Icons.MORE, Icons.SMALL, "More", () -> moreNow.run());
    private final HBox area = new HBox(2, up, stop, more);

    ProjectActionsCell(ProjectListener listener) {
        this.listener = listener;
        area.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        area.setPadding(new Insets(0, 16, 0, 0));
        area.setPrefWidth(10_000);
        area.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        for (IconButton button : new IconButton[] {up, stop, more}) {
            button.setFocusTraversable(false);
            button.managedProperty().bind(button.visibleProperty());
        }
        setStyle("-fx-padding: 0;");
    }

    @Override
    protected Subscription follow(ProjectRow row) {
        actNow = () -> listener.upOrStop(row);
        moreNow = () -> listener.menu(List.of(row)).show(more, Side.BOTTOM, 0, 0);
        show(area);
        return row.lineProperty().subscribe(line -> {
            up.setVisible(!line.isUp());
            stop.setVisible(line.isUp());
            Optional<String> busy = line.busy() ? Optional.of("Docker Compose is at work on it") : Optional.empty();
            up.setName("Bring up " + line.title());
            up.setUnavailable(busy.or(() -> line.project().source().isEmpty()
                    ? Optional.of("Its labels don’t say which file it is")
                    : Optional.empty()));
            stop.setName("Stop " + line.title());
            stop.setUnavailable(busy);
            more.setName("More actions for " + line.title());
        });
    }
}
