package io.quayside.desktop.ui.compose;

import io.quayside.desktop.compose.ComposeWords;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.compose.project.ProjectPage;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.EngineException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Opens a compose file: asks which, finds out its project's name, and goes to its page. One that can't be understood
/// is
/// opened, too: its page says what is wrong and where. FX thread.
public final class OpenProject {
    private final ComposeParts compose;
    private final Supplier<Navigator> navigator;

    public OpenProject(ComposeParts compose, Supplier<Navigator> navigator) {
        this.compose = compose;
        this.navigator = navigator;
    }

    /// @param owner of the dialog
    /// @param failed hears why not
    public void ask(Window owner, Consumer<Problem> failed) {
        compose.open().ask(owner, "Open compose file").ifPresent(file -> open(file, failed));
    }

    /// The command for it, from every page.
    ///
    /// @param owner of the dialog
    /// @param failed hears why not
    public void register(Commands commands, Supplier<Window> owner, Consumer<Problem> failed) {
        commands.register(Command.global("compose.open", "Open compose file", "Mod+O", () -> ask(owner.get(), failed)));
    }

    /// Asks where the file of a project is now.
    ///
    /// @param name which the project keeps
    public void locate(Window owner, String name, Consumer<Problem> failed) {
        compose.open().ask(owner, "Locate the compose file").ifPresent(file -> open(file, Optional.of(name), failed));
    }

    /// Opens this one.
    public void open(Path file, Consumer<Problem> failed) {
        open(file, Optional.empty(), failed);
    }

    private void open(Path file, Optional<String> known, Consumer<Problem> failed) {
        String title = SafeText.line(String.valueOf(file.getFileName()));
        compose.parts()
                .tasks()
                .task("Opening " + title)
                .doneTitle("Opened " + title)
                .kind(TaskKind.COMPOSE)
                .brief()
                .explain(failure -> failure instanceof ComposeException own
                        ? ComposeWords.problem(
                                own, new Attempt("open", title), compose.parts().problems())
                        : compose.parts().problems().map(failure, new Attempt("open", title)))
                .onFailure(failed)
                .start(
                        context -> {
                            ComposeSource source = ComposeSource.found(file);
                            String name = known.isPresent() ? known.get() : name(source);
                            compose.runs().kept().open(name, source);
                            return name;
                        },
                        name -> navigator.get().go(Location.of(ProjectPage.PAGE, name)));
    }

    private String name(ComposeSource source) throws ComposeException, EngineException, InterruptedException {
        try {
            return compose.runs().calls().connect().read(source).name();
        } catch (ComposeException.File e) {
            return usual(source.folder());
        }
    }

    /// As Docker Compose names projects that don't say so themselves: after their folder.
    private static String usual(Path folder) {
        String name = String.valueOf(folder.getFileName())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_-]", "")
                .replaceFirst("^[_-]+", "");
        return name.isEmpty() ? "project" : name;
    }
}
