package io.quayside.desktop.ui.shell;

import io.quayside.desktop.task.FxThread;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Spaces announcements: the first at once, then one per two seconds at most, and of those that came meanwhile only the
/// latest. FX thread.
public final class LiveLabel implements Announcer {
    static final Duration GAP = Duration.ofSeconds(2);

    private final FxThread fx;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private boolean quiet = true;
    private Optional<String> waiting = Optional.empty();

    public LiveLabel(FxThread fx) {
        this.fx = fx;
    }

    /// What was announced last.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    @Override
    public void announce(String what) {
        if (quiet) {
            say(what);
        } else {
            waiting = Optional.of(what);
        }
    }

    private void say(String what) {
        quiet = false;
        waiting = Optional.empty();
        text.set(what);
        fx.after(GAP, this::gapIsOver);
    }

    private void gapIsOver() {
        quiet = true;
        waiting.ifPresent(this::say);
    }
}
