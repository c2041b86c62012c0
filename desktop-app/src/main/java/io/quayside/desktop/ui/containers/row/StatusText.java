package io.quayside.desktop.ui.containers.row;

import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.EngineWords;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.model.RunFacts;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StateGlyph;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// State of a container in a glyph, a word, and a second line.
///
/// @param warn whether the second line is tinted as a warning
public record StatusText(StateGlyph glyph, String word, String detail, boolean warn) {

    /// As it is now.
    public static StatusText of(Container container, Instant now) {
        RunFacts run = container.run();
        return switch (container.state()) {
            case RUNNING -> running(container, now);
            case PAUSED -> plain(StateGlyph.PAUSED, "Paused", since(run, now));
            case RESTARTING -> plain(StateGlyph.STARTING, "Restarting", tries(container));
            case STOPPING -> plain(StateGlyph.STARTING, "Stopping", "");
            case REMOVING -> plain(StateGlyph.STARTING, "Deleting", "");
            case EXITED -> ended(container, now);
            case CREATED ->
                run.error().isEmpty()
                        ? plain(StateGlyph.CREATED, "Not started", "Created " + ago(container.created(), now))
                        : couldNotStart(run);
            case DEAD -> plain(StateGlyph.FAILED, "Broken", "Can only be deleted");
            case UNKNOWN -> plain(StateGlyph.UNKNOWN, "Unknown", "");
        };
    }

    /// As it was when the engine was last heard.
    public static StatusText past(Container container, Instant asOf, Instant now) {
        if (!container.isUp()) {
            StatusText last = of(container, now);
            return plain(last.glyph, last.word, last.detail);
        }
        StatusText last = of(container, asOf);
        String word = "Was " + last.word.toLowerCase(java.util.Locale.ROOT);
        return plain(StateGlyph.UNKNOWN, word, "Until " + Times.clock(asOf));
    }

    private static StatusText running(Container container, Instant now) {
        String since = since(container.run(), now);
        return switch (container.health()) {
            case STARTING -> plain(StateGlyph.STARTING, "Starting", "Waiting for health check");
            case UNHEALTHY -> new StatusText(StateGlyph.UNHEALTHY, "Unhealthy", failed(container.run(), since), true);
            case HEALTHY -> plain(StateGlyph.RUNNING, "Running", since.isEmpty() ? "healthy" : since + ", healthy");
            default -> plain(StateGlyph.RUNNING, "Running", since);
        };
    }

    private static String failed(RunFacts run, String since) {
        int checks = run.failedChecks();
        if (checks == 0) {
            return since;
        }
        String words = checks == 1 ? "1 check failed" : checks + " checks failed";
        return run.startedAt().isEmpty() ? words : words + ", " + coarse(since);
    }

    /// "6 h 02 min" to "6 h", to leave room.
    private static String coarse(String duration) {
        int hours = duration.indexOf(" h ");
        return hours < 0 ? duration : duration.substring(0, hours + 2);
    }

    private static String tries(Container container) {
        int count = container.run().restartCount();
        int most = container.limits().maxRetries();
        if (count == 0) {
            return container.run().exitCode().isPresent()
                    ? "Exit code " + container.run().exitCode().getAsInt()
                    : "";
        }
        return most > 0 ? "Try " + count + " of " + most : "Try " + count;
    }

    private static StatusText ended(Container container, Instant now) {
        RunFacts run = container.run();
        String when = run.finishedAt().map(time -> ago(time, now)).orElse("");
        int code = run.exitCode().orElse(0);
        if (!run.error().isEmpty()) {
            return couldNotStart(run);
        }
        if (container.ranOutOfMemory()) {
            return plain(StateGlyph.FAILED, "Stopped", join("Out of memory (" + code + ")", when));
        }
        if (code == 0) {
            return plain(StateGlyph.STOPPED, "Finished", join("Exit code 0", when));
        }
        return container.endedByFault()
                ? plain(StateGlyph.FAILED, "Stopped", join("Exit code " + code, when))
                : plain(StateGlyph.STOPPED, "Stopped", when);
    }

    private static StatusText couldNotStart(RunFacts run) {
        String cause = EngineWords.read(run.error()).map(EngineCause::brief).orElse("The engine refused");
        return plain(StateGlyph.FAILED, "Couldn’t start", cause);
    }

    private static String since(RunFacts run, Instant now) {
        Optional<Duration> length = run.startedAt().map(start -> Duration.between(start, now));
        return length.map(run.exact() ? Times::duration : Times::coarse).orElse("");
    }

    private static String ago(Instant time, Instant now) {
        return Times.coarse(Duration.between(time, now)) + " ago";
    }

    private static String join(String first, String second) {
        return second.isEmpty() ? first : first + ", " + second;
    }

    private static StatusText plain(StateGlyph glyph, String word, String detail) {
        return new StatusText(glyph, word, detail, false);
    }
}
