package io.quayside.desktop.ui.shell.status;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The engine's part of the status bar, and its state for the top bar and the tray.
///
/// The state is followed all the time; the figures, and the clock that ages "2 min ago" once a minute, only while the
/// window is visible. Properties belong to the FX thread.
public final class StatusViewModel implements AutoCloseable {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// Figures that change faster can't be read, and each painting costs.
    static final Duration FIGURES_GAP = Duration.ofSeconds(2);

    private final FxThread fx;
    private final EngineSession session;
    private final InstantSource clock;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<EngineStatus> status;
    private final ReadOnlyObjectWrapper<EngineLine> line;
    private final ReadOnlyObjectWrapper<FiguresLine> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", FiguresLine.NONE);
    private final Subscription following;
    private @Nullable Subscription measuring;
    private @Nullable Subscription minute;
    private @Nullable Subscription pause;
    private @Nullable FiguresLine waiting;

    public StatusViewModel(FxThread fx, EngineSession session, InstantSource clock, ZoneId zone) {
        this.fx = fx;
        this.session = session;
        this.clock = clock;
        this.zone = zone;
        EngineStatus now = session.status();
        this.status = new ReadOnlyObjectWrapper<>(this, "status", now);
        this.line = new ReadOnlyObjectWrapper<>(this, "line", EngineLine.of(now, clock.instant(), zone));
        this.following = session.onStatus(latest(this::show));
    }

    /// Hands only the latest value to the FX thread, however fast they come.
    private <T> Consumer<T> latest(Consumer<T> show) {
        AtomicReference<@Nullable T> waiting = new AtomicReference<>();
        return value -> {
            if (waiting.getAndSet(value) == null) {
                fx.run(() -> {
                    T last = waiting.getAndSet(null);
                    if (last != null) {
                        show.accept(last);
                    }
                });
            }
        };
    }

    private void show(EngineStatus now) {
        status.set(now);
        paintLine();
        if (!line.get().hasFigures()) {
            forgetWaiting();
            figures.set(FiguresLine.NONE);
        }
    }

    private void paintLine() {
        Instant now = clock.instant();
        line.set(EngineLine.of(status.get(), now, zone));
        if (minute != null) {
            minute.close();
            minute = null;
        }
        if (measuring != null && line.get().ages()) {
            minute = fx.after(MINUTE, this::paintLine);
        }
    }

    private void show(EngineFigures now) {
        if (measuring == null || !line.get().hasFigures()) {
            return;
        }
        FiguresLine next = FiguresLine.of(now);
        if (pause != null) {
            waiting = next;
        } else if (!next.equals(figures.get())) {
            figures.set(next);
            pause = fx.after(FIGURES_GAP, this::showWaiting);
        }
    }

    private void showWaiting() {
        FiguresLine next = waiting;
        forgetWaiting();
        if (next != null && line.get().hasFigures()) {
            figures.set(next);
            pause = fx.after(FIGURES_GAP, this::showWaiting);
        }
    }

    private void forgetWaiting() {
        if (pause != null) {
            pause.close();
        }
        pause = null;
        waiting = null;
    }

    /// The window became visible or hidden. FX thread.
    public void visible(boolean visible) {
        if (visible && measuring == null) {
            measuring = () -> {};
            measuring = session.onFigures(latest(this::show));
            paintLine();
        } else if (!visible && measuring != null) {
            measuring.close();
            measuring = null;
            forgetWaiting();
            paintLine();
        }
    }

    public ReadOnlyObjectProperty<EngineStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<EngineLine> lineProperty() {
        return line.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FiguresLine> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    @Override
    public void close() {
        visible(false);
        following.close();
    }
}
