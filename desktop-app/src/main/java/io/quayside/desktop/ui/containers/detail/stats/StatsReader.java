package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.detail.PastEvents;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerDetails;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the engine for limits and past events of a container; only the last question is answered. FX thread.
final class StatsReader {
    private static final Logger LOG = LoggerFactory.getLogger(StatsReader.class);

    private final FxThread fx;
    private final BiConsumer<String, StatsFacts> answer;
    private @Nullable Thread asking;

    /// @param answer gets the container's id and what there is to know
    StatsReader(FxThread fx, BiConsumer<String, StatsFacts> answer) {
        this.fx = fx;
        this.answer = answer;
    }

    void read(Engine engine, String id, Instant since, Instant until) {
        stop();
        asking = Thread.ofVirtual().name("container-limits").start(() -> ask(engine, id, since, until));
    }

    void stop() {
        if (asking != null) {
            asking.interrupt();
            asking = null;
        }
    }

    boolean isIdle() {
        return asking == null;
    }

    private void ask(Engine engine, String id, Instant since, Instant until) {
        Thread self = Thread.currentThread();
        Optional<StatsFacts> facts = facts(engine, id, since, until);
        fx.run(() -> {
            if (self.equals(asking)) {
                asking = null;
                facts.ifPresent(known -> answer.accept(id, known));
            }
        });
    }

    private static Optional<StatsFacts> facts(Engine engine, String id, Instant since, Instant until) {
        try {
            ContainerDetails details = engine.containers().inspect(id);
            return Optional.of(StatsFacts.of(details, PastEvents.of(engine, id, since, until)));
        } catch (EngineException e) {
            LOG.debug("Limits of {} are not known", id, e);
            return Optional.empty(); // the page says itself that the engine or the container is gone
        }
    }
}
