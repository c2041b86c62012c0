package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekPanel;
import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// The list, and below it while it is open the panel that follows the selection. It keeps its height in the settings.
/// FX thread.
final class PeekSplit extends SplitPane {
    private static final String PANEL = "containers.peek";
    private static final double HEIGHT = 208;
    private static final double LEAST_LIST = 100;
    private static final double LEAST_KEPT = 50;

    private final ContainersParts parts;
    private final Selection selection;
    private final PeekPanel peek;
    private final BooleanProperty open = new SimpleBooleanProperty();

    PeekSplit(ContainersParts parts, Selection selection) {
        this.parts = parts;
        this.selection = selection;
        this.peek = new PeekPanel(parts.fx(), parts.session(), () -> open.set(false));
        setOrientation(Orientation.VERTICAL);
        setResizableWithParent(peek.node(), false);
        open.subscribe((before, now) -> show(now));
        selection.currentProperty().subscribe((before, now) -> follow());
        selection.checkedCountProperty().subscribe((before, now) -> follow());
    }

    void setList(Node list) {
        getItems().addFirst(list);
    }

    BooleanProperty openProperty() {
        return open;
    }

    /// The panel while it is open.
    Optional<Node> panel() {
        return open.get() ? Optional.of(peek.node()) : Optional.empty();
    }

    /// Opens on these rows.
    void open(List<ContainerRow> rows, PeekTab tab) {
        peek.open(tab);
        open.set(true);
        peek.follow(rows);
    }

    /// The page came into view.
    void enter() {
        if (open.get()) {
            peek.enter();
        }
    }

    /// The page went out of view.
    void leave() {
        peek.leave();
    }

    private void follow() {
        if (open.get()) {
            peek.follow(selection.targets());
        }
    }

    private void show(boolean now) {
        if (now) {
            getItems().add(peek.node());
            double height = parts.settings().get().window().panelSizes().getOrDefault(PANEL, HEIGHT);
            double whole = Math.max(getHeight(), height + LEAST_LIST);
            setDividerPositions(1 - height / whole);
            peek.enter();
            peek.follow(selection.targets());
        } else {
            keepHeight();
            getItems().remove(peek.node());
            peek.leave();
        }
    }

    private void keepHeight() {
        double height = ((Region) peek.node()).getHeight();
        if (height > LEAST_KEPT) {
            parts.updateSettings()
                    .accept(settings -> settings.withWindow(settings.window().withPanelSize(PANEL, height)));
        }
    }
}
