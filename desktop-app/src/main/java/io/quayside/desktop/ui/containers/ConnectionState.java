package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.shell.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How the page stands with the engine: the banner while there is none, the countdown to the next try, and as of when
/// the
/// rows are. FX thread.
public final class ConnectionState {
    private static final long LONGEST_WAIT = 30;

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<Optional<Problem>> banner = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper nextTry = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper asOf = new ReadOnlyStringWrapper("");
    private EngineStatus status = new EngineStatus.NoEngine();
    private boolean known;
    private Subscription countdown = () -> {};

    public ConnectionState(ContainersParts parts) {
        this.parts = parts;
    }

    /// The problem on top of the page while the engine is not there.
    public ReadOnlyObjectProperty<Optional<Problem>> bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /// "Next try in 8 s", or nothing.
    public ReadOnlyStringProperty nextTryProperty() {
        return nextTry.getReadOnlyProperty();
    }

    /// "As of 14:32:17" while the rows are not live, else nothing.
    public ReadOnlyStringProperty asOfProperty() {
        return asOf.getReadOnlyProperty();
    }

    /// Whether containers were listed, now or earlier.
    public boolean isKnown() {
        return known;
    }

    /// Whether the engine's answer is on its way.
    public boolean isWaiting() {
        return status instanceof EngineStatus.Connecting || status instanceof EngineStatus.Connected;
    }

    /// The last known state, after each change.
    public void snapshot(MirrorSnapshot snapshot) {
        known = !snapshot.isUnknown();
        asOf.set(known && !snapshot.live() ? "As of " + Times.clock(snapshot.asOf()) : "");
    }

    /// The engine, after each change.
    public void status(EngineStatus next) {
        status = next;
        countdown.close();
        nextTry.set("");
        switch (next) {
            case EngineStatus.Disconnected(Optional<Instant> ignored, Problem problem, Optional<Instant> due) -> {
                setBanner(Optional.of(problem.withActions(actions(problem))));
                due.ifPresent(this::count);
            }
            case EngineStatus.Stopped ignored -> setBanner(Optional.of(stopped()));
            case EngineStatus.NoEngine ignored -> setBanner(Optional.of(none()));
            case EngineStatus.Starting ignored -> setBanner(Optional.empty());
            case EngineStatus.Stopping ignored -> setBanner(Optional.empty());
            case EngineStatus.Connecting ignored -> setBanner(Optional.empty());
            case EngineStatus.Connected ignored -> setBanner(Optional.empty());
        }
    }

    /// Nobody sees the countdown any more.
    public void hidden() {
        countdown.close();
    }

    /// A problem that only ticks must not be drawn anew.
    private void setBanner(Optional<Problem> next) {
        boolean same = next.map(Problem::title).equals(banner.get().map(Problem::title))
                && next.map(Problem::why).equals(banner.get().map(Problem::why));
        if (!same) {
            banner.set(next);
        }
    }

    private List<Problem.Action> actions(Problem problem) {
        Problem.Action again =
                new Problem.Action("Try now", () -> parts.session().retryNow());
        Problem.Action other = new Problem.Action("Choose another…", this::choose);
        if (parts.session().canStartAndStop() && !problem.code().equals("permission-denied")) {
            return List.of(
                    new Problem.Action("Start engine", () -> parts.session().start()), again, other);
        }
        return List.of(again, other);
    }

    private void choose() {
        parts.go().accept(Location.of("engine", "choose"));
    }

    private Problem stopped() {
        List<Problem.Action> actions = parts.session().canStartAndStop()
                ? List.of(
                        new Problem.Action("Start engine", () -> parts.session().start()))
                : List.of();
        return new Problem(
                "The engine is stopped.",
                "Your containers, images and volumes are kept.",
                actions,
                Optional.empty(),
                List.of(),
                "engine-stopped",
                true);
    }

    private Problem none() {
        return new Problem(
                "No engine is chosen.",
                "Choose one at the top right.",
                List.of(new Problem.Action("Choose one…", this::choose)),
                Optional.empty(),
                List.of(),
                "no-engine",
                true);
    }

    /// Clamped, because the clock of the computer may jump; the wait itself doesn't follow it.
    private void count(Instant due) {
        long left = Math.clamp(
                Duration.between(parts.clock().instant(), due).plusMillis(999).toSeconds(), 0, LONGEST_WAIT);
        if (left == 0) {
            nextTry.set("Trying now");
            return;
        }
        nextTry.set("Next try in " + left + " s");
        countdown = parts.fx().after(Duration.ofSeconds(1), () -> count(due));
    }
}
