package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.compose.file.FileTab;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.shell.ShellContext;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The files of the project, or that they aren't known. FX thread.
final class EditTab implements ProjectTab {
    private final ProjectViewModel model;
    private final FileTab files;
    private final EmptyState unknown = new EmptyState(
            "Which files it was made from isn’t known.", "The labels of its containers don’t say so.", List.of());
    private final StackPane root = new StackPane();
    private boolean shown;

    /// @param locate asks where the project's file is now
    EditTab(ProjectViewModel model, ComposeParts compose, ShellContext shell, Runnable locate) {
        this.model = model;
        this.files = new FileTab(compose.parts(), shell, compose.runs().calls());
        files.onLocate(locate);
        root.setMinSize(0, 0);
        model.projectProperty().subscribe(ignored -> {
            if (shown) {
                update();
            }
        });
    }

    private void update() {
        Optional<Project> project = model.projectProperty().get();
        project.flatMap(Project::source).ifPresent(source -> files.show(source, Optional.of(model.name())));
        root.getChildren()
                .setAll(project.isEmpty() || project.flatMap(Project::source).isPresent() ? files.node() : unknown);
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void enter() {
        shown = true;
        update();
        files.enter();
    }

    @Override
    public void leave() {
        if (shown) {
            shown = false;
            files.leave();
        }
    }

    @Override
    public boolean settled() {
        return files.settled();
    }

    @Override
    public void focusMain() {
        files.focusMain();
    }
}
