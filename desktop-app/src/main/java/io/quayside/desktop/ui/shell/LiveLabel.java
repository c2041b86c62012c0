package io.quayside.desktop.ui.shell;

import io.quayside.desktop.task.FxThread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Spaces announcements: the first at once, then one per two seconds at most, and of those that came meanwhile only the
/// latest. FX thread.
public final class LiveLabel implements Announcer {
    static final Duration GAP = Duration.ofSeconds(2);

    private final FxThread fx;
    private final InstantSource clock;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private Optional<Instant> last = Optional.empty();
    private Optional<String> waiting = Optional.empty();

    public LiveLabel(FxThread fx, InstantSource clock) {
        this.fx = fx;
        this.clock = clock;
    }

    /// What was announced last.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    @Override
    public void announce(String what) {
        boolean timerRuns = waiting.isPresent();
        Instant now = clock.instant();
        if (!timerRuns && (last.isEmpty() || !now.isBefore(last.get().plus(GAP)))) {
            say(what, now);
            return;
        }
        waiting = Optional.of(what);
        if (!timerRuns) {
            fx.after(Duration.between(now, last.orElse(now).plus(GAP)), this::sayWaiting);
        }
    }

    private void sayWaiting() {
        Optional<String> what = waiting;
        waiting = Optional.empty();
        what.ifPresent(latest -> say(latest, clock.instant()));
    }

    private void say(String what, Instant now) {
        last = Optional.of(now);
        text.set(what);
    }
}
