package io.quayside.desktop.state.mirror;

import io.quayside.desktop.state.model.RunFacts;
import io.quayside.engine.model.EngineEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What only events say about a container's end: whether somebody asked for it. Also their exact times, for when so
/// many
/// containers change at once that a list has to do.
///
/// The event reader writes, the refresher reads.
final class EventFacts {
    private static final Set<String> STOP_REQUESTS = Set.of("kill", "stop", "restart");

    private record Facts(
            Optional<Instant> started,
            Optional<Instant> died,
            OptionalInt exitCode,
            boolean oom,
            boolean stopRequested) {
        static final Facts NONE = new Facts(Optional.empty(), Optional.empty(), OptionalInt.empty(), false, false);
    }

    private final Map<String, Facts> byId = new ConcurrentHashMap<>();

    void note(EngineEvent event) {
        if (event.action().equals("destroy")) {
            byId.remove(event.id());
            return;
        }
        byId.computeIfPresent(event.id(), (id, facts) -> after(facts, event));
        if (!byId.containsKey(event.id())) {
            Facts facts = after(Facts.NONE, event);
            if (!facts.equals(Facts.NONE)) {
                byId.put(event.id(), facts);
            }
        }
    }

    void forget(String id) {
        byId.remove(id);
    }

    /// The facts of a list or inspection, completed with what events said.
    RunFacts complete(String id, RunFacts listed) {
        @Nullable Facts facts = byId.get(id);
        if (facts == null) {
            return listed;
        }
        if (listed.exact()) {
            return listed.withStopRequested(facts.stopRequested);
        }
        return new RunFacts(
                listed.startedAt().isPresent() ? facts.started.isPresent() : facts.died.isPresent(),
                listed.startedAt().isPresent() ? facts.started.or(listed::startedAt) : Optional.empty(),
                listed.finishedAt().isPresent() ? facts.died.or(listed::finishedAt) : Optional.empty(),
                listed.exitCode().isPresent() ? listed.exitCode() : facts.exitCode,
                facts.oom,
                facts.stopRequested,
                listed.error(),
                listed.failedChecks(),
                listed.restartCount());
    }

    private static Facts after(Facts facts, EngineEvent event) {
        if (STOP_REQUESTS.contains(event.action())) {
            return new Facts(facts.started, facts.died, facts.exitCode, facts.oom, true);
        }
        return switch (event.action()) {
            case "start" -> new Facts(Optional.of(event.time()), facts.died, OptionalInt.empty(), false, false);
            case "oom" -> new Facts(facts.started, facts.died, facts.exitCode, true, facts.stopRequested);
            case "die" ->
                new Facts(facts.started, Optional.of(event.time()), exitCode(event), facts.oom, facts.stopRequested);
            default -> facts;
        };
    }

    private static OptionalInt exitCode(EngineEvent event) {
        try {
            return OptionalInt.of(Integer.parseInt(event.attribute("exitCode")));
        } catch (NumberFormatException e) {
            return OptionalInt.empty(); // an engine that says nothing, or nonsense: the inspection will tell
        }
    }
}
