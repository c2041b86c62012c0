package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.desktop.ui.containers.detail.PastEvents;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerDetails;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the engine for limits and past events of a container; only the last question is answered. FX thread.
final class StatsReader {
    private static final Logger LOG = LoggerFactory.getLogger(StatsReader.class);

    private final BiConsumer<String, StatsFacts> answer;
    private final LatestAnswer asked;

    /// @param answer gets the container's id and what there is to know
    StatsReader(FxThread fx, BiConsumer<String, StatsFacts> answer) {
        this.asked = new LatestAnswer(fx, "container-limits");
        this.answer = answer;
    }

    void read(Engine engine, String id, Instant since, Instant until) {
        asked.ask(() -> facts(engine, id, since, until), facts -> facts.ifPresent(known -> answer.accept(id, known)));
    }

    void stop() {
        asked.stop();
    }

    boolean isIdle() {
        return !asked.isWaiting();
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
