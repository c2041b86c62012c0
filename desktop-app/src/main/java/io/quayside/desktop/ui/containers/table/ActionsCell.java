package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.ContainerState;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Start or Stop, Restart, More. The whole cell is dead to clicks on the row.
final class ActionsCell extends RowCell {
    private static final String NOT_CONNECTED = "There is no connection to the engine";

    private final RowListener listener;
    private final Function<ProjectRow, List<ContainerRow>> members;
    private Runnable first = () -> {};
    private Runnable second = () -> {};
    private Runnable third = () -> {};
    private final IconButton start = new IconButton(Icons.START, Icons.SMALL, "Start", () -> first.run());
    private final IconButton stop = new IconButton(Icons.STOP, Icons.SMALL, "Stop", () -> first.run());
    private final IconButton restart = new IconButton(Icons.RESTART, Icons.SMALL, "Restart", () -> second.run());
    private final IconButton more = new IconButton(Icons.MORE, "More", () -> third.run());
    private final HBox buttons = new HBox(start, restart, more);
    private final RowMenus menus;

    ActionsCell(RowListener listener, RowMenus menus, Function<ProjectRow, List<ContainerRow>> members) {
        this.listener = listener;
        this.menus = menus;
        this.members = members;
        buttons.getStyleClass().add(StyleClasses.CELL_ACTIONS);
        buttons.setPadding(new Insets(0, 6, 0, 0));
        buttons.setMinHeight(32);
        buttons.setPrefWidth(10_000);
        buttons.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        List.of(start, stop, restart, more).forEach(button -> button.setFocusTraversable(false));
        setStyle("-fx-padding: 0;");
    }

    @Override
    Subscription container(ContainerRow row) {
        third = () -> open(menus.of(List.of(row)));
        second = () -> listener.restart(List.of(row));
        show(buttons);
        return row.lineProperty().subscribe(line -> paint(row, line));
    }

    @Override
    Subscription project(ProjectRow row) {
        second = () -> listener.restart(up(row));
        third = () -> open(menus.ofProject(row, members.apply(row)));
        return row.lineProperty().subscribe(line -> paint(row, line));
    }

    private void paint(ContainerRow row, ContainerLine line) {
        boolean up = line.container().isUp();
        String name = line.name();
        use(up ? stop : start);
        first = up ? () -> listener.stop(List.of(row)) : () -> listener.start(List.of(row));
        start.setName("Start " + name);
        stop.setName("Stop " + name);
        restart.setName("Restart " + name);
        more.setName("More actions for " + name);
        Optional<String> reason = reason(line);
        boolean dead = line.container().state() == ContainerState.DEAD;
        start.setUnavailable(reason.or(() -> dead ? Optional.of("It can only be deleted") : Optional.empty()));
        stop.setUnavailable(reason);
        restart.setUnavailable(reason.or(() -> up ? Optional.empty() : Optional.of(name + " is not running")));
        more.setUnavailable(line.live() ? Optional.empty() : Optional.of(NOT_CONNECTED));
    }

    private void paint(ProjectRow row, ProjectRow.Line line) {
        if (!line.hasActions()) {
            show(null);
            return;
        }
        boolean up = line.up() > 0;
        use(up ? stop : start);
        first = up ? () -> listener.stop(up(row)) : () -> listener.start(members.apply(row));
        start.setName("Start all of " + line.title());
        stop.setName("Stop all of " + line.title());
        restart.setName("Restart all of " + line.title());
        more.setName("More actions for " + line.title());
        Optional<String> reason = line.live() ? Optional.empty() : Optional.of(NOT_CONNECTED);
        start.setUnavailable(reason);
        stop.setUnavailable(reason);
        restart.setUnavailable(reason.or(() -> up ? Optional.empty() : Optional.of("None of them is running")));
        more.setUnavailable(reason);
        show(buttons);
    }

    private List<ContainerRow> up(ProjectRow row) {
        return members.apply(row).stream()
                .filter(member -> member.line().container().isUp())
                .toList();
    }

    private void use(IconButton button) {
        if (!buttons.getChildren().contains(button)) {
            buttons.getChildren().set(0, button);
        }
    }

    private void open(ContextMenu menu) {
        menu.show(more, Side.BOTTOM, 0, 0);
    }

    private static Optional<String> reason(ContainerLine line) {
        if (!line.live()) {
            return Optional.of(NOT_CONNECTED);
        }
        if (line.deletingIn().isPresent()) {
            return Optional.of("It is about to be deleted");
        }
        return line.busy().map(word -> word + " is under way");
    }
}
