package io.quayside.engine.model;

import java.time.Instant;
import java.util.Optional;

/// Which events a stream has (`GET /events`).
///
/// @param since also what happened from then on; engines keep the last 256 events
/// @param until end the stream then
/// @param filters further conditions: `type`, `event`, `container`, `image`, `label`, `network`, `volume`
public record EventFilter(Optional<Instant> since, Optional<Instant> until, Filters filters) {

    /// Everything from now on.
    public static EventFilter everything() {
        return new EventFilter(Optional.empty(), Optional.empty(), Filters.none());
    }

    /// Only about this kind of object (several: any of them).
    public EventFilter with(EventType type) {
        return new EventFilter(since, until, filters.with("type", type.apiName()));
    }

    /// Also what happened from `time` on.
    public EventFilter since(Instant time) {
        return new EventFilter(Optional.of(time), until, filters);
    }

    /// End the stream at `time`.
    public EventFilter until(Instant time) {
        return new EventFilter(since, Optional.of(time), filters);
    }
}
