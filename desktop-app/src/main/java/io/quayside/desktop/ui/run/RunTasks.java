package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.model.Filters;
import io.quayside.engine.run.EnvFile;
import io.quayside.engine.run.RunException;
import io.quayside.engine.run.RunSurroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the form asks for in the background. FX thread.
final class RunTasks {
    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);

    RunTasks(ContainersParts parts) {
        this.parts = parts;
    }

    /// What kept the last one from being done.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Whether what was asked for is being done.
    ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// Something that is done to a container.
    Tasks.Builder task(String going, String done, String verb, String name) {
        busy.set(true);
        return parts.tasks()
                .task(going)
                .doneTitle(done)
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .explain(failure -> failure instanceof RunException said
                        ? new Problem(
                                "Couldn't " + verb + " " + name + ".",
                                SafeText.line(said.getMessage()),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                "run-option",
                                true)
                        : parts.problems().map(failure, new Attempt(verb, name)))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> busy.set(false));
    }

    /// Reads a file of variables.
    ///
    /// @param refused gets the reason, a sentence
    void readVariables(Path file, Consumer<EnvFile> read, Consumer<String> refused) {
        parts.tasks()
                .task("Reading a file")
                .brief()
                .explain(VariablesFile::explain)
                .onFailure(found -> refused.accept(found.why()))
                .start(context -> VariablesFile.read(file, RunSurroundings.ofThisComputer()), read);
    }

    /// Asks the engine, which asks a registry.
    ///
    /// @param failed gets why there is no answer, in the engine's words
    void search(String term, Consumer<List<Suggestion>> found, Consumer<String> failed) {
        parts.tasks()
                .task("Searching for " + SafeText.line(term))
                .brief()
                .onFailure(
                        why -> failed.accept(SafeText.line(why.engineMessage().orElse(why.title()))))
                .start(
                        context -> parts.connected()
                                .images()
                                .search(term, Suggestions.MOST_FOUND, Filters.none(), Optional.empty()),
                        results -> found.accept(Suggestions.found(results)));
    }
}
