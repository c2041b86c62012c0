package io.quayside.desktop.ui.volumes.list;

import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.LatestAnswer;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.Volume;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How much the volumes hold. The engine walks through all their files for that, so it is asked once the page is shown,
/// when volumes come, and when somebody wants to know; the list never waits for it. FX thread.
final class VolumeMeter {
    private static final Logger LOG = LoggerFactory.getLogger(VolumeMeter.class);
    private static final Duration STALE = Duration.ofMinutes(2);

    private final ContainersParts parts;
    private final Answered answered;
    private final LatestAnswer measure;
    private Optional<Instant> measuredAt = Optional.empty();
    private boolean outdated = true;

    /// Hears what was measured.
    interface Answered {
        /// @param asked all volumes that were there
        void sizes(Map<String, Long> bytes, Set<String> asked);
    }

    private record Answer(Map<String, Long> bytes, Set<String> asked) {}

    VolumeMeter(ContainersParts parts, Answered answered) {
        this.parts = parts;
        this.answered = answered;
        this.measure = new LatestAnswer(parts.fx(), "volume-sizes");
    }

    /// Volumes came.
    void outdated() {
        outdated = true;
    }

    /// Asks if what is known is old.
    void ask() {
        boolean old = measuredAt
                .filter(time -> time.plus(STALE).isAfter(parts.clock().instant()))
                .isEmpty();
        Optional<Engine> engine = parts.session().engine();
        if (measure.isWaiting() || engine.isEmpty() || !(outdated || old)) {
            return;
        }
        outdated = false;
        measure.ask(() -> measure(engine.get()), answer -> {
            measuredAt = Optional.of(parts.clock().instant());
            answer.ifPresent(found -> answered.sizes(found.bytes(), found.asked()));
            if (outdated) {
                ask();
            }
        });
    }

    Optional<Instant> measuredAt() {
        return measuredAt;
    }

    boolean isMeasuring() {
        return measure.isWaiting();
    }

    /// Nobody looks any more.
    void hidden() {
        outdated |= measure.isWaiting();
        measure.stop();
    }

    private static Optional<Answer> measure(Engine engine) {
        try {
            Map<String, Long> bytes = new HashMap<>();
            Set<String> asked = new HashSet<>();
            for (Volume volume : engine.system().diskUsage().volumes()) {
                asked.add(volume.name());
                volume.size().ifPresent(size -> bytes.put(volume.name(), size));
            }
            return Optional.of(new Answer(Map.copyOf(bytes), Set.copyOf(asked)));
        } catch (EngineException e) {
            LOG.debug("The engine can't say what its volumes take", e);
            return Optional.empty();
        }
    }
}
