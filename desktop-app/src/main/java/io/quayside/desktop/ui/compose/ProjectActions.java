package io.quayside.desktop.ui.compose;

import io.quayside.desktop.compose.ComposeBinds;
import io.quayside.desktop.compose.Project;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.mounts.FolderQuestion;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What can be done with a project, from wherever it is shown. FX thread.
public final class ProjectActions {
    private final ComposeParts compose;
    private final ShellContext shell;
    private final FolderQuestion folders;

    public ProjectActions(ComposeParts compose, ShellContext shell) {
        this.compose = compose;
        this.shell = shell;
        this.folders = new FolderQuestion(compose.parts(), shell);
    }

    /// Why nothing can be done with it now.
    public Optional<String> busy(Project project) {
        return compose.runs().isRunning(project.name())
                ? Optional.of("Docker Compose is at work on it")
                : Optional.empty();
    }

    /// Why it can't be brought up now.
    public Optional<String> whyNotUp(Project project) {
        return busy(project)
                .or(() -> project.source().isEmpty()
                        ? Optional.of("Its labels don’t say which file it is")
                        : Optional.empty());
    }

    /// Why there is nothing to stop or take down.
    public Optional<String> whyNotDown(Project project) {
        return busy(project)
                .or(() -> project.containers().isEmpty() ? Optional.of("It has no containers") : Optional.empty());
    }

    public void up(Project project, Optional<ComposeModel> model, ComposeAction.Up how) {
        if (whyNotUp(project).isEmpty()) {
            run(project, model, how);
        }
    }

    public void start(Project project, Optional<ComposeModel> model, Set<String> services) {
        run(project, model, new ComposeAction.Start(services));
    }

    public void stop(Project project, Optional<ComposeModel> model, Set<String> services) {
        run(project, model, new ComposeAction.Stop(services));
    }

    public void restart(Project project, Optional<ComposeModel> model, Set<String> services) {
        run(project, model, new ComposeAction.Restart(services));
    }

    /// Asks how many containers a service is to have.
    public void scale(Project project, Optional<ComposeModel> model, String service) {
        int now = (int) project.of(service).stream().filter(Container::isUp).count();
        ScalePanel panel = new ScalePanel(
                service,
                now,
                count -> run(project, model, new ComposeAction.Scale(service, count)),
                () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
        panel.focusNumber();
    }

    /// Says what goes and what stays, and takes it down once that is agreed to.
    public void down(Project project) {
        if (whyNotDown(project).isPresent()) {
            return;
        }
        DownPanel panel = new DownPanel(
                compose.parts(),
                project,
                volumes -> run(project, Optional.empty(), new ComposeAction.Down(volumes, true)),
                () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
        panel.focusCancel();
    }

    /// Does something else.
    public void run(Project project, Optional<ComposeModel> model, ComposeAction action) {
        List<String> mounted = model.map(files -> ComposeBinds.of(files, project.source(), action))
                .orElse(List.of());
        folders.before(
                mounted,
                () -> compose.runs().start(project.name(), project.source(), model, action),
                ignored -> {}); // Tasks says it
    }
}
