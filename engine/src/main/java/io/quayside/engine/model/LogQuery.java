package io.quayside.engine.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Which output of a container is read (`GET /containers/{id}/logs`).
///
/// @param follow go on with what comes, until the container stops
/// @param stdout with standard output
/// @param stderr with standard error
/// @param timestamps put the engine's time and a space before each line
/// @param since only from then on
/// @param until only up to then
/// @param tail at most so many last lines
public record LogQuery(
        boolean follow,
        boolean stdout,
        boolean stderr,
        boolean timestamps,
        Optional<Instant> since,
        Optional<Instant> until,
        OptionalLong tail) {

    /// Everything there is now.
    public static LogQuery everything() {
        return new LogQuery(false, true, true, false, Optional.empty(), Optional.empty(), OptionalLong.empty());
    }

    /// Everything, and what comes.
    public static LogQuery following() {
        return everything().withFollow(true);
    }

    /// The same, going on or not.
    public LogQuery withFollow(boolean newFollow) {
        return new LogQuery(newFollow, stdout, stderr, timestamps, since, until, tail);
    }

    /// The same with the engine's times.
    public LogQuery withTimestamps() {
        return new LogQuery(follow, stdout, stderr, true, since, until, tail);
    }

    /// The same with one of the streams or both.
    public LogQuery withStreams(boolean newStdout, boolean newStderr) {
        return new LogQuery(follow, newStdout, newStderr, timestamps, since, until, tail);
    }

    /// The same from a time on.
    public LogQuery withSince(Instant time) {
        return new LogQuery(follow, stdout, stderr, timestamps, Optional.of(time), until, tail);
    }

    /// The same up to a time.
    public LogQuery withUntil(Instant time) {
        return new LogQuery(follow, stdout, stderr, timestamps, since, Optional.of(time), tail);
    }

    /// The same with the last lines only.
    public LogQuery withTail(long lines) {
        return new LogQuery(follow, stdout, stderr, timestamps, since, until, OptionalLong.of(lines));
    }
}
