package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The processes of the container, asked for again some time after each answer while the tab is shown. FX thread.
final class ProcessesViewModel {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// What the engine said last.
    ///
    /// @param main the number of the main process on the engine's machine
    record Answer(List<ProcessFacts> processes, long main) {
        Answer {
            processes = List.copyOf(processes);
        }
    }

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Subscription next = () -> {};
    private final LatestAnswer asked;
    private @Nullable ContainerLine container;
    private @Nullable Questions questions;

    ProcessesViewModel(ContainersParts parts) {
        this.parts = parts;
        this.asked = new LatestAnswer(parts.fx(), "container-processes");
    }

    /// Empty until the engine has answered.
    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// What went wrong with the list or with a signal.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    String name() {
        return container == null ? "" : container.name();
    }

    void shown(ContainerLine line) {
        container = line;
        answer.set(Optional.empty());
        problem.set(Optional.empty());
        read();
    }

    void changed(ContainerLine line) {
        boolean same = container != null
                && container.live() == line.live()
                && container.container().run().equals(line.container().run());
        container = line;
        if (!same) {
            read();
        }
    }

    void hidden() {
        stop();
        questions = null;
        container = null;
    }

    boolean settled() {
        return container == null
                || !container.live()
                || answer.get().isPresent()
                || problem.get().isPresent();
    }

    void dismiss() {
        problem.set(Optional.empty());
    }

    /// Sends a signal, and asks for the processes again.
    void send(SignalChoice signal, ProcessFacts process) {
        ContainerLine line = container;
        Optional<Engine> engine = parts.session().engine();
        if (line == null || engine.isEmpty()) {
            return;
        }
        dismiss();
        String what = "process " + process.pid() + " of " + line.name();
        parts.tasks()
                .task("Sending " + signal + " to " + what)
                .doneTitle("Sent " + signal + " to " + what)
                .kind(TaskKind.CONTAINER)
                .location("container/" + line.container().name() + "/processes")
                .brief()
                .explain(failure -> explain(failure, signal, what))
                .onFailure(failed -> {
                    if (container != null
                            && container
                                    .container()
                                    .id()
                                    .equals(line.container().id())) {
                        problem.set(Optional.of(failed));
                    }
                })
                .start(
                        context -> {
                            new SignalWork(engine.get(), line.container().id()).send(signal, process);
                            return signal;
                        },
                        ignored -> read());
    }

    private Problem explain(Throwable failure, SignalChoice signal, String what) {
        return failure instanceof SignalException refused
                ? new Problem(
                        signal + " wasn't sent to " + what + ".",
                        SafeText.line(refused.why()),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        "signal-not-sent",
                        true)
                : parts.problems().map(failure, new Attempt("send " + signal + " to", what));
    }

    private void read() {
        stop();
        Optional<Engine> engine = parts.session().engine();
        ContainerLine line = container;
        if (line != null && line.live() && engine.isPresent()) {
            Questions now = questions == null || !questions.engine.equals(engine.get())
                    ? new Questions(engine.get())
                    : questions;
            questions = now;
            asked.ask(() -> ask(now, line), this::take);
        }
    }

    private void stop() {
        next.close();
        asked.stop();
    }

    /// The processes, or what went wrong, or neither where the page says itself why there are none.
    private record Told(Optional<Answer> answer, Optional<Problem> problem) {}

    private Told ask(Questions from, ContainerLine line) {
        try {
            return new Told(Optional.of(from.ask(line.container().id())), Optional.empty());
        } catch (ConflictException | CancelledException | UnreachableException e) {
            return new Told(Optional.empty(), Optional.empty()); // it has just stopped, or the engine is away
        } catch (EngineException e) {
            return new Told(
                    Optional.empty(),
                    Optional.of(parts.problems().map(e, new Attempt("list the processes of", line.name()))));
        }
    }

    private void take(Told told) {
        told.answer().ifPresent(known -> answer.set(Optional.of(known)));
        told.problem().ifPresent(one -> problem.set(Optional.of(one)));
        next = parts.fx().after(PAUSE, this::read);
    }

    /// What one engine is asked, and how it wants to be asked. Threads: any.
    private static final class Questions {
        private final Engine engine;
        private volatile @Nullable ProcessQuestion processes;

        Questions(Engine engine) {
            this.engine = Objects.requireNonNull(engine);
        }

        Answer ask(String id) throws EngineException {
            ProcessQuestion asked = processes;
            if (asked == null) {
                asked = new ProcessQuestion(engine, engine.system().version().isPodman());
                processes = asked;
            }
            long main = engine.containers().inspect(id).condition().pid();
            return new Answer(asked.ask(id), main);
        }
    }
}
