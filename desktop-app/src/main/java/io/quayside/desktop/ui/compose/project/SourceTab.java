package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.ui.compose.SourceView;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.engine.compose.ComposeSource;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What is about the files of the project, or that they aren't known. FX thread.
final class SourceTab implements ProjectTab {
    private final ProjectViewModel model;
    private final SourceView view;
    private final EmptyState unknown = new EmptyState(
            "Which files it was made from isn’t known.", "The labels of its containers don’t say so.", List.of());
    private final StackPane root = new StackPane();
    private Optional<ComposeSource> source = Optional.empty();
    private boolean shown;

    SourceTab(ProjectViewModel model, SourceView view) {
        this.model = model;
        this.view = view;
        root.setMinSize(0, 0);
        model.projectProperty().subscribe(ignored -> update());
    }

    private void update() {
        Optional<Project> project = model.projectProperty().get();
        if (!shown || project.isEmpty()) {
            return;
        }
        Optional<ComposeSource> now = project.flatMap(Project::source).map(one -> one.withName(model.name()));
        if (!now.equals(source)) {
            source = now;
            now.ifPresent(files -> view.show(files, Optional.of(model.name())));
        }
        Node wanted = now.isPresent() ? view.node() : unknown;
        // Taking it out and in again would take the keyboard away.
        if (!root.getChildren().equals(List.of(wanted))) {
            root.getChildren().setAll(wanted);
        }
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void enter() {
        shown = true;
        update();
        view.enter();
    }

    @Override
    public void leave() {
        if (shown) {
            shown = false;
            view.leave();
        }
    }

    @Override
    public boolean settled() {
        return view.settled();
    }

    @Override
    public List<SourceView.Unsaved> unsaved() {
        return view.unsaved();
    }

    @Override
    public void focusMain() {
        view.focusMain();
    }
}
