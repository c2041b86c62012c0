package io.quayside.desktop.ui.mounts;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.vm.error.VmException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks before containers are to mount folders that the machine doesn't see, shares them, and goes on. FX thread.
public final class FolderQuestion {
    private static final Logger LOG = LoggerFactory.getLogger(FolderQuestion.class);

    private final ContainersParts parts;
    private final ShellContext shell;
    private boolean looking;

    public FolderQuestion(ContainersParts parts, ShellContext shell) {
        this.parts = parts;
        this.shell = shell;
    }

    /// Nothing happens while an earlier one is still being looked at.
    ///
    /// @param paths absolute ones that are to be mounted
    /// @param goOn is run once nothing is missing; at once where there is nothing to ask. Not when it is cancelled
    /// @param failed is given why the folders couldn't be shared
    public void before(Collection<String> paths, Runnable goOn, Consumer<Problem> failed) {
        Optional<String> machine = parts.folders().machine();
        if (machine.isEmpty() || paths.isEmpty()) {
            goOn.run();
            return;
        }
        if (looking) {
            return;
        }
        looking = true;
        parts.tasks()
                .task("Looking at shared folders")
                .brief()
                .onEnd(() -> looking = false)
                .start(context -> missing(machine.get(), List.copyOf(paths)), missing -> {
                    if (missing.isEmpty()) {
                        goOn.run();
                    } else {
                        ask(machine.get(), missing, goOn, failed);
                    }
                });
    }

    /// What isn't known is left to the engine.
    private List<Path> missing(String machine, List<String> paths) {
        try {
            return parts.folders().missing(machine, paths);
        } catch (VmException e) {
            LOG.info("The folders of {} aren't known: {}", machine, e.getMessage());
            return List.of();
        }
    }

    static Confirmation question(String machine, List<Path> folders) {
        boolean one = folders.size() == 1;
        String title = one
                ? "The folder " + shown(folders.getFirst()) + " isn’t shared with the machine."
                : folders.size() + " folders aren’t shared with the machine.";
        String text = "The container would find an empty folder in " + (one ? "its" : "their") + " place. Shared, "
                + (one ? "it" : "they") + " can be read and written by containers in " + SafeText.line(machine)
                + ". Settings, File sharing changes that.";
        List<Confirmation.Line> lines = one
                ? List.of()
                : folders.stream()
                        .map(folder -> new Confirmation.Line(shown(folder), ""))
                        .toList();
        return new Confirmation(title, text, lines, one ? "Share it" : "Share them", Optional.empty());
    }

    private static String shown(Path folder) {
        return SafeText.line(Folders.shown(folder));
    }

    private void ask(String machine, List<Path> folders, Runnable goOn, Consumer<Problem> failed) {
        ConfirmPanel panel = new ConfirmPanel(
                question(machine, folders),
                () -> {
                    shell.modal().close();
                    share(machine, folders, goOn, failed);
                },
                shell.modal()::close);
        shell.modal().show(panel.harmless(), () -> {});
        panel.focusCancel();
    }

    private void share(String machine, List<Path> folders, Runnable goOn, Consumer<Problem> failed) {
        String what = folders.size() == 1 ? shown(folders.getFirst()) : folders.size() + " folders";
        parts.tasks()
                .task("Sharing " + what + " with " + machine)
                .doneTitle("Shared " + what + " with " + machine)
                .kind(TaskKind.ENGINE)
                .location("settings/file-sharing")
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("share", what)))
                .onFailure(failed)
                .start(
                        context -> {
                            parts.folders().share(machine, folders);
                            return folders;
                        },
                        shared -> goOn.run());
    }
}
