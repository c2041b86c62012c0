package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Filters;
import io.quayside.engine.run.EnvFile;
import io.quayside.engine.run.RunException;
import io.quayside.engine.run.RunSurroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the form asks for in the background. FX thread.
final class RunTasks {
    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<AppTask>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);

    private Supplier<UnaryOperator<Problem>> fixes = UnaryOperator::identity;

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

    /// What was asked for, while it is being done.
    ReadOnlyObjectProperty<Optional<AppTask>> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// From now on problems get what this adds to them.
    ///
    /// @param adding asked on the FX thread when a task begins; what it gives runs on another one
    void complete(Supplier<UnaryOperator<Problem>> adding) {
        fixes = adding;
    }

    /// This is what was asked for.
    void follow(AppTask task) {
        if (task.stateProperty().get() == AppTask.State.RUNNING) {
            running.set(Optional.of(task));
        }
    }

    /// Something else kept it from being done.
    void tell(Problem found) {
        problem.set(Optional.of(found));
    }

    void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// Something that is done to a container.
    Tasks.Builder task(String going, String done, String verb, String name) {
        busy.set(true);
        UnaryOperator<Problem> complete = fixes.get();
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
                        : complete.apply(parts.problems().map(failure, new Attempt(verb, name))))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> {
                    busy.set(false);
                    running.set(Optional.empty());
                });
    }

    /// Reads a file of variables.
    ///
    /// @param refused gets the reason, a sentence
    void readVariables(Path file, Consumer<EnvFile> read, Consumer<String> refused) {
        answer("Reading a file", () -> VariablesFile.read(file, RunSurroundings.ofThisComputer()), read, refused);
    }

    /// Asks the engine, which asks a registry.
    ///
    /// @param failed gets why there is no answer, in the engine's words
    void search(String term, Consumer<List<Suggestion>> found, Consumer<String> failed) {
        answer(
                "Searching for " + SafeText.line(term),
                () -> Suggestions.found(parts.connected()
                        .images()
                        .search(term, Suggestions.MOST_FOUND, Filters.none(), Optional.empty())),
                found,
                failed);
    }

    private interface Question<T> {
        T ask() throws EngineException, IOException, RunException;
    }

    /// The field itself tells what came of it: a failed task beside that would say it twice.
    private <T> void answer(String title, Question<T> question, Consumer<T> right, Consumer<String> wrong) {
        parts.tasks().task(title).brief().start(context -> reply(question), reply -> {
            reply.answer().ifPresent(right);
            if (reply.answer().isEmpty()) {
                wrong.accept(reply.why());
            }
        });
    }

    private record Reply<T>(Optional<T> answer, String why) {}

    private <T> Reply<T> reply(Question<T> question) {
        try {
            return new Reply<>(Optional.of(question.ask()), "");
        } catch (EngineException e) {
            Problem found = parts.problems().map(e, new Attempt("ask", "the engine"));
            return new Reply<>(
                    Optional.empty(), SafeText.line(found.engineMessage().orElse(found.title())));
        } catch (IOException | RunException e) {
            return new Reply<>(Optional.empty(), VariablesFile.explain(e));
        }
    }
}
