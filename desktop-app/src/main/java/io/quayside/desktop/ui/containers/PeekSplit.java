package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekPanel;
import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import java.util.List;
import javafx.scene.layout.Region;

/// The list of containers, and below it while it is open the panel that follows the selection. FX thread.
final class PeekSplit extends PanelSplit {
    private static final double HEIGHT = 208;

    private final Selection selection;
    private final PeekPanel peek;

    PeekSplit(ContainersParts parts, Selection selection) {
        super(parts, "containers.peek", HEIGHT);
        this.selection = selection;
        this.peek =
                new PeekPanel(parts.fx(), parts.session(), () -> openProperty().set(false));
        selection.currentProperty().subscribe((before, now) -> follow());
        selection.checkedCountProperty().subscribe((before, now) -> follow());
    }

    /// Opens on these rows.
    void open(List<ContainerRow> rows, PeekTab tab) {
        peek.open(tab);
        openProperty().set(true);
        peek.follow(rows);
    }

    /// The page came into view.
    void enter() {
        if (openProperty().get()) {
            peek.enter();
        }
    }

    /// The page went out of view.
    void leave() {
        peek.leave();
    }

    @Override
    protected Region below() {
        return (Region) peek.node();
    }

    @Override
    protected void opened() {
        peek.enter();
        peek.follow(selection.targets());
    }

    @Override
    protected void closed() {
        peek.leave();
    }

    private void follow() {
        if (openProperty().get()) {
            peek.follow(selection.targets());
        }
    }
}
