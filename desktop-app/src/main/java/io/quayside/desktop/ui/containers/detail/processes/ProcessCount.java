package io.quayside.desktop.ui.containers.detail.processes;

import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/// How many processes a container has. The engine is asked at the beginning and whenever the container's figures, which
/// stream while its page is shown, tell another number of processes and threads: that number itself counts each thread.
/// FX thread.
final class ProcessCount {
    /// Between two questions, however often processes come and go.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ContainersParts parts;
    private final Engine engine;
    private final String id;
    private final IntConsumer told;
    private final LatestAnswer asked;
    private final Subscription figures;
    private Subscription pause = () -> {};
    private boolean pausing;
    private boolean again;
    private long threads = -1;

    private ProcessCount(ContainersParts parts, Engine engine, String id, IntConsumer told) {
        this.parts = parts;
        this.engine = engine;
        this.id = id;
        this.told = told;
        this.asked = new LatestAnswer(parts.fx(), "container-process-count");
        this.figures = parts.session().stats().onChange(changed -> parts.fx().run(() -> measured(changed)));
        ask();
    }

    /// Tells the number until the subscription ends; 0 for a container without processes.
    static javafx.util.Subscription follow(ContainersParts parts, ContainerLine container, IntConsumer told) {
        told.accept(0);
        if (!container.live() || !container.container().isUp()) {
            return javafx.util.Subscription.EMPTY;
        }
        return parts.session()
                .engine()
                .map(engine ->
                        new ProcessCount(parts, engine, container.container().id(), told))
                .<javafx.util.Subscription>map(count -> count::stop)
                .orElse(javafx.util.Subscription.EMPTY);
    }

    private void measured(Map<String, StatsSeries> changed) {
        StatsSeries series = changed.get(id);
        if (series != null && series.latest().pids() != threads) {
            threads = series.latest().pids();
            ask();
        }
    }

    private void ask() {
        if (pausing) {
            again = true;
            return;
        }
        pausing = true;
        asked.ask(this::count, number -> {
            number.ifPresent(told);
            pause = parts.fx().after(PAUSE, () -> {
                pausing = false;
                if (again) {
                    again = false;
                    ask();
                }
            });
        });
    }

    /// Empty when it has just stopped, is frozen, or the engine doesn't list processes: then it isn't said.
    private OptionalInt count() {
        try {
            boolean podman = engine.system().version().isPodman();
            return OptionalInt.of(new ProcessQuestion(engine, podman).ask(id).size());
        } catch (EngineException e) {
            return OptionalInt.empty();
        }
    }

    private void stop() {
        figures.close();
        pause.close();
        asked.stop();
    }
}
