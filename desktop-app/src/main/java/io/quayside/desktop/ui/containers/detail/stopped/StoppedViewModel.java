package io.quayside.desktop.ui.containers.detail.stopped;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.stats.StatsWindow;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.fix.MemoryLimit;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerCondition;
import io.quayside.engine.model.ContainerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for the record of a container's end once it has ended with a code other than 0. FX thread.
final class StoppedViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(StoppedViewModel.class);
    private static final Duration SHOWN = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(2);

    /// What there is to show.
    ///
    /// @param memory the samples between `from` and `to`
    record End(EndRecord record, StatsWindow memory, Instant from, Instant to) {
        /// How much memory the one fix that there is gives it.
        Optional<Long> raise() {
            long limit = record.details().hostConfig().resources().memory();
            return record.details().condition().oomKilled()
                    ? MemoryLimit.next(limit, record.machineMemory())
                    : Optional.empty();
        }
    }

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Optional<End>> end = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<EngineFigures> figures = new ReadOnlyObjectWrapper<>(EngineFigures.UNKNOWN);
    private final FoldedCards folded;
    private Subscription measuring = () -> {};
    private final LatestAnswer asked;
    private @Nullable ContainerLine container;

    StoppedViewModel(ContainersParts parts) {
        this.parts = parts;
        this.asked = new LatestAnswer(parts.fx(), "container-end");
        this.folded = new FoldedCards(parts.settings(), parts.updateSettings());
    }

    /// Empty while it runs, ended well, or nothing is known.
    ReadOnlyObjectProperty<Optional<End>> endProperty() {
        return end.getReadOnlyProperty();
    }

    /// Why the fix failed.
    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EngineFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    void shown(ContainerLine line) {
        container = null;
        measuring = parts.session().onFigures(now -> parts.fx().run(() -> figures.set(now)));
        changed(line);
    }

    void changed(ContainerLine line) {
        ContainerLine before = container;
        boolean same = before != null
                && before.container().id().equals(line.container().id())
                && before.container().run().equals(line.container().run())
                && before.container().state() == line.container().state()
                && before.live() == line.live();
        container = line;
        if (!endedBadly(line.container())) {
            forget();
        } else if (!same && line.live()) {
            read(line);
        }
    }

    void hidden() {
        measuring.close();
        forget();
        container = null;
    }

    boolean settled() {
        return !asked.isWaiting();
    }

    boolean isFolded() {
        return container != null && folded.has(container.container().id());
    }

    void fold(boolean fold) {
        if (container != null) {
            folded.set(container.container().id(), fold);
        }
    }

    Optional<ContainerLine> container() {
        return Optional.ofNullable(container);
    }

    /// Gives it more memory and starts it.
    void raiseAndStart(long bytes) {
        ContainerLine line = container;
        Optional<Engine> engine = parts.session().engine();
        if (line == null || engine.isEmpty()) {
            return;
        }
        String id = line.container().id();
        problem.set(Optional.empty());
        parts.tasks()
                .task("Starting " + line.name())
                .doneTitle("Started " + line.name())
                .kind(TaskKind.CONTAINER)
                .location("container/" + line.container().name() + "/logs")
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("start", line.name())))
                .onFailure(failed -> {
                    if (container != null && container.container().id().equals(id)) {
                        problem.set(Optional.of(failed));
                    }
                })
                .start(context -> {
                    MemoryLimit.raise(engine.get(), id, bytes);
                    engine.get().containers().start(id);
                    return id;
                });
    }

    private static boolean endedBadly(Container container) {
        return container.state() == ContainerState.EXITED
                && container.run().exitCode().orElse(0) != 0
                && container.run().error().isEmpty();
    }

    private void forget() {
        asked.stop();
        end.set(Optional.empty());
        problem.set(Optional.empty());
    }

    private void read(ContainerLine line) {
        asked.stop();
        parts.session()
                .engine()
                .ifPresent(engine ->
                        asked.ask(() -> record(engine, line.container().id()), this::take));
    }

    private void take(Optional<EndRecord> read) {
        end.set(read.filter(known -> known.details().condition().exitCode() != 0)
                .map(this::withMemory));
    }

    private static Optional<EndRecord> record(Engine engine, String id) {
        try {
            return Optional.of(EndRecord.read(engine, id));
        } catch (EngineException e) {
            LOG.debug("The end of {} is not known", id, e);
            return Optional.empty(); // the page says itself that the engine or the container is gone
        }
    }

    private End withMemory(EndRecord known) {
        ContainerCondition condition = known.details().condition();
        Instant to = condition.finishedAt().orElse(parts.clock().instant());
        Instant from = to.minus(SHOWN);
        Instant start = condition.startedAt().orElse(from);
        Instant shown = start.isAfter(from) ? start : from;
        if (Duration.between(shown, to).compareTo(SHORTEST) < 0) {
            shown = to.minus(SHORTEST);
        }
        StatsWindow memory = parts.session()
                .stats()
                .history(known.details().id(), start.isAfter(from) ? start : from)
                .between(from.toEpochMilli(), to.plus(LATER).toEpochMilli());
        return new End(known, memory, shown, to);
    }
}
