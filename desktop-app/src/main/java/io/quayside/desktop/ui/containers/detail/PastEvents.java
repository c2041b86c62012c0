package io.quayside.desktop.ui.containers.detail;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.stream.EngineStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an engine remembers of a container. Engines keep their last few hundred events.
public final class PastEvents {
    private PastEvents() {}

    /// Oldest first. Blocks until the engine's clock has reached `until`.
    public static List<EngineEvent> of(Engine engine, String id, Instant since, Instant until) throws EngineException {
        EventFilter all = EventFilter.everything().since(since).until(until);
        EventFilter own = new EventFilter(
                all.since(),
                all.until(),
                all.filters().with("type", "container").with("container", id));
        List<EngineEvent> events = new ArrayList<>();
        try (EngineStream<EngineEvent> stream = engine.system().events(own)) {
            for (Optional<EngineEvent> next = stream.next(); next.isPresent(); next = stream.next()) {
                events.add(next.get());
            }
        }
        return events;
    }
}
