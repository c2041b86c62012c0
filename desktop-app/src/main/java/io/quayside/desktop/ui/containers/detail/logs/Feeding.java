package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.format.Times;
import io.quayside.engine.Engine;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.logs.StoredLine;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.EngineEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps the output of one container coming while it is looked at, run after run, and marks in it what happens to the
/// container. FX thread; events come on the mirror's own.
final class Feeding {
    private static final Duration AGAIN = Duration.ofSeconds(2);
    /// Output and events come on two connections.
    private static final Duration GRACE = Duration.ofMillis(300);

    private final ContainersParts parts;
    private final LogFeed feed;
    private ContainerLine container;
    private LogContent.Host host = new Nobody();
    private Subscription open = () -> {};
    private Subscription later = () -> {};
    private Optional<Instant> ranFor = Optional.empty();
    private boolean shown;
    private boolean fed;
    private boolean feeding;
    private boolean wasUp;
    private boolean stopToMark;
    private boolean gone;

    Feeding(ContainersParts parts, LogFeed feed, ContainerLine container) {
        this.parts = parts;
        this.feed = feed;
        this.container = container;
    }

    LogFeed feed() {
        return feed;
    }

    LogStore store() {
        return feed.store();
    }

    ContainerLine container() {
        return container;
    }

    boolean isFeeding() {
        return feeding;
    }

    /// Why the container prints nothing now; empty while it may.
    Optional<String> rest() {
        if (gone) {
            return Optional.of("Deleted");
        }
        if (!container.live()) {
            return Optional.of("Not connected");
        }
        if (container.container().isUp()) {
            return Optional.empty();
        }
        return Optional.of(container.container().state() == ContainerState.CREATED ? "Not started" : "Stopped");
    }

    void open(LogContent.Host to) {
        host = to;
        shown = true;
        String id = container.container().id();
        Runnable growth = feed.store().onGrowth(to::grown);
        open = Subscription.all(growth::run, parts.session().mirror().onEvent(event -> {
            if (event.id().equals(id)) {
                happened(event);
            }
        }));
        feedIfNeeded();
    }

    void close() {
        shown = false;
        feeding = false;
        fed = false;
        ranFor = Optional.empty();
        open.close();
        later.close();
        feed.stop();
        feed.dropEnd();
        host = new Nobody();
    }

    void changed(ContainerLine line) {
        container = line;
        feedIfNeeded();
        markStop();
    }

    /// Tries again after a problem.
    void again() {
        fed = false;
        feedIfNeeded();
    }

    /// Feeds what there is once, and goes on with each run of the container.
    private void feedIfNeeded() {
        Optional<Engine> engine = parts.session().engine();
        Optional<Instant> started = container.container().run().startedAt();
        if (feeding && ranFor.isEmpty()) {
            // The list tells that it runs before it knows since when.
            ranFor = started;
        }
        // What was created when its output was asked for may run by now.
        wasUp |= feeding && container.container().isUp();
        if (!shown || feeding || gone || !container.live() || engine.isEmpty()) {
            return;
        }
        // Until the time of a start is known, it isn't known which run this is.
        boolean otherRun = container.container().isUp() && started.isPresent() && !started.equals(ranFor);
        if (fed && !otherRun) {
            return;
        }
        fed = true;
        feeding = true;
        stopToMark = false;
        // The stream of one that never ran ends with its first run, which may be over before the list tells of it.
        wasUp = container.container().isUp() || container.container().state() == ContainerState.CREATED;
        ranFor = started;
        LogContent.Host to = host;
        feed.start(engine.get(), to::grown, end -> parts.fx().run(() -> ended(to, end)));
    }

    private void ended(LogContent.Host to, LogFeed.End end) {
        if (!to.equals(host) || !shown) {
            return;
        }
        feeding = false;
        switch (end) {
            case LogFeed.End.Done ignored -> done();
            case LogFeed.End.Failed(var failure) -> {
                fed = false; // once the engine is there again
                ranFor = Optional.empty();
                if (container.live()) {
                    host.problem(Optional.of(parts.problems().map(failure, new Attempt("read the output of", name()))));
                }
            }
            case LogFeed.End.Unreadable(String driver) -> host.notice(Optional.of(unreadable(driver)));
            case LogFeed.End.DiskFailed(IOException failure) -> diskFailed(failure);
        }
        host.grown();
        host.changed();
    }

    private String unreadable(String driver) {
        return "This container logs to “" + driver + "”, which can’t be read back.";
    }

    private void diskFailed(IOException failure) {
        Problem problem = parts.problems().map(failure, new Attempt("keep the output of", name()));
        host.problem(Optional.of(problem));
    }

    /// The engine also ends a stream when it moves to another file; then the container still runs. One that is started
    /// again gets one mark, not two.
    private void done() {
        if (!wasUp) {
            stopToMark = true;
            markStop();
            return;
        }
        later.close();
        later = parts.fx().after(AGAIN, () -> {
            stopToMark = true;
            fed = fed && !container.container().isUp();
            feedIfNeeded();
            markStop();
        });
    }

    private void markStop() {
        var run = container.container().run();
        if (stopToMark && shown && !feeding && !container.container().isUp() && run.exact()) {
            run.finishedAt().ifPresent(time -> {
                stopToMark = false;
                String code = run.exitCode().isPresent()
                        ? ", exit code " + run.exitCode().getAsInt()
                        : "";
                feed.markStop(time, "stopped " + Times.clock(time) + code + (run.oomKilled() ? ", out of memory" : ""));
            });
        }
    }

    /// On the thread that reads events.
    private void happened(EngineEvent event) {
        switch (event.action()) {
            case "die" -> {
                String code = event.attribute("exitCode");
                boolean number = !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
                String words = number ? ", exit code " + code : "";
                feed.markNextRun(event.time(), time -> "restarted " + Times.clock(time) + words);
            }
            case "destroy" -> parts.fx().run(this::deleted);
            case "start" -> parts.fx().after(GRACE, () -> feed.markRun(event.time()));
            case "oom" -> feed.mark(event.time(), "out of memory");
            case "pause" -> feed.mark(event.time(), "paused");
            case "unpause" -> feed.mark(event.time(), "resumed");
            case "health_status" -> {
                if (event.detail().equals("unhealthy")) {
                    feed.mark(event.time(), "health check failed, now unhealthy");
                } else if (event.detail().equals("healthy")) {
                    feed.mark(event.time(), "health check passed, now healthy");
                }
            }
            default -> {}
        }
    }

    /// The page may say of it that it runs for as long as it is shown.
    private void deleted() {
        gone = true;
        host.changed();
    }

    private String name() {
        return container.name();
    }

    /// Whether all of a long log was read, so that its end can be shown with what is before it.
    boolean hasReadAll() {
        Optional<LogStore> end = feed.end();
        if (end.isEmpty() || !feeding) {
            return true;
        }
        try {
            LogStore all = feed.store();
            Optional<StoredLine> last = end.get().read(end.get().endLine() - 1, 0);
            Optional<StoredLine> now = all.read(all.endLine() - 1, 0);
            return now.isPresent()
                    && last.isPresent()
                    && now.get().timeNanos() >= last.get().timeNanos();
        } catch (IOException e) {
            return true; // the files are being closed at the end of the program
        }
    }
}
