package io.quayside.desktop.state;

import io.quayside.desktop.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How the engine in use stands, as measured by talking to it.
public sealed interface EngineStatus {
    /// Nothing is chosen yet: first run, or the choice was taken back.
    record NoEngine() implements EngineStatus {}

    /// The first connection is on its way.
    record Connecting(Instant since) implements EngineStatus {}

    /// Quayside starts its own engine.
    ///
    /// @param steps those begun so far, in order
    record Starting(Instant since, List<Step> steps) implements EngineStatus {
        public Starting {
            steps = List.copyOf(steps);
        }
    }

    /// It answers.
    ///
    /// @param version as the engine prints it, such as "28.5.2"
    record Connected(Instant since, String version, String apiVersion) implements EngineStatus {}

    /// It answered before, or was expected to, and doesn't now.
    ///
    /// @param lastSeen when it answered last, if ever
    /// @param nextTry when the next attempt is due; empty while one is under way or none is planned
    record Disconnected(Optional<Instant> lastSeen, Problem problem, Optional<Instant> nextTry)
            implements EngineStatus {}

    /// Quayside stops its own engine.
    record Stopping(Instant since) implements EngineStatus {}

    /// The user stopped the engine; nothing tries to reach it.
    record Stopped(Instant since) implements EngineStatus {}

    /// One named step of a start.
    ///
    /// @param took empty while it runs
    record Step(String name, Instant began, Optional<Duration> took) {}
}
