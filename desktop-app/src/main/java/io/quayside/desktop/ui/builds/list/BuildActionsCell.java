package io.quayside.desktop.ui.builds.list;

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

/// Build again, copy the command, and the menu. The whole cell is dead to clicks on the row.
final class BuildActionsCell extends FollowingCell<BuildRow> {
    private final BuildsViewModel model;
    private final BuildListener listener;
    private Runnable againNow = () -> {};
    private Runnable copyNow = () -> {};
    private Runnable moreNow = () -> {};
    private final IconButton again = new IconButton(Icons.REFRESH, Icons.SMALL, "Build again", () -> againNow.run());
    private final IconButton copy = new IconButton(Icons.COPY, Icons.SMALL, "Copy the command", () -> copyNow.run());
    private final IconButton more = new IconButton(Icons.MORE, Icons.SMALL, "More", () -> moreNow.run());
    private final HBox area = new HBox(2, again, copy, more);

    BuildActionsCell(BuildsViewModel model, BuildListener listener) {
        this.model = model;
        this.listener = listener;
        area.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        area.setPadding(new Insets(0, 16, 0, 0));
        area.setPrefWidth(10_000);
        area.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        again.setFocusTraversable(false);
        copy.setFocusTraversable(false);
        more.setFocusTraversable(false);
        setStyle("-fx-padding: 0;");
    }

    @Override
    protected Subscription follow(BuildRow row) {
        againNow = () -> model.rebuild(List.of(row));
        copyNow = () -> listener.copyCommand(row);
        moreNow = () -> listener.menu(List.of(row)).show(more, Side.BOTTOM, 0, 0);
        show(area);
        return row.lineProperty().subscribe(line -> {
            again.setName("Build " + line.title() + " again");
            again.setUnavailable(
                    line.build().isRunning() ? Optional.of("This build is still at work") : Optional.empty());
            copy.setName("Copy the docker build command of " + line.title());
            more.setName("More actions for the build of " + line.title());
        });
    }
}
