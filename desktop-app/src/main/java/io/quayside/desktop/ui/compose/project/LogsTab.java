package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.logs.TogetherView;
import io.quayside.desktop.ui.shell.ShellContext;
import java.util.List;
import javafx.scene.layout.Region;

/// The output of all containers of the project, in the order of the engine's time. FX thread.
final class LogsTab implements ProjectTab {
    private final ProjectViewModel model;
    private final TogetherView view;

    LogsTab(ProjectViewModel model, ComposeParts compose, ShellContext shell) {
        this.model = model;
        this.view =
                new TogetherView(new DetailContext(compose.parts(), shell), compose.feeds(), compose.save(), List.of());
    }

    @Override
    public Region node() {
        return view;
    }

    @Override
    public void enter() {
        view.showProject(model.name());
    }

    @Override
    public void leave() {
        view.leave();
    }

    @Override
    public boolean settled() {
        return view.settled();
    }

    @Override
    public void focusMain() {
        view.focusMain();
    }

    @Override
    public boolean escape() {
        return view.escape();
    }

    void find() {
        view.find();
    }

    void copy() {
        view.copy();
    }
}
