package io.quayside.desktop.ui.builds;

import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.builds.list.BuildRow;
import io.quayside.desktop.ui.builds.list.BuildsViewModel;
import io.quayside.desktop.ui.builds.past.PastPanel;
import io.quayside.desktop.ui.builds.past.PastTab;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.PanelSplit;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.engine.logs.LogShelf;
import javafx.scene.layout.Region;

/// The list of builds, and below it while it is open the selected build. FX thread.
final class BuildSplit extends PanelSplit {
    private static final double HEIGHT = 354;

    private final BuildsViewModel model;
    private final PastPanel panel;

    BuildSplit(
            ContainersParts parts,
            Builds builds,
            LogShelf shelf,
            ShellContext shell,
            SaveDialog save,
            BuildsViewModel model) {
        super(parts, "builds.past", HEIGHT);
        this.model = model;
        this.panel = new PastPanel(
                parts, builds, shelf, shell, save, () -> openProperty().set(false));
        model.selection().currentProperty().subscribe((before, now) -> follow());
    }

    /// Opens on this row.
    void open(BuildRow row, PastTab tab) {
        panel.open(tab);
        openProperty().set(true);
        panel.follow(java.util.Optional.of(row));
    }

    void enter() {
        if (openProperty().get()) {
            panel.enter();
        }
    }

    void leave() {
        panel.leave();
    }

    boolean settled() {
        return panel.settled();
    }

    @Override
    protected Region below() {
        return panel.node();
    }

    @Override
    protected void opened() {
        panel.enter();
        follow();
    }

    @Override
    protected void closed() {
        panel.leave();
    }

    private void follow() {
        if (openProperty().get()) {
            panel.follow(model.selection().currentProperty().get().flatMap(model::row));
        }
    }
}
