package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.ui.images.row.ImageName;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One pull of this session, as the panel shows it.
///
/// Threads: the worker writes the volatile `latest`; everything else belongs to the FX thread, which takes it over at
/// most ten times a second.
public final class Pull {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final FxThread fx;
    private final String reference;
    private final String platform;
    private final ReadOnlyObjectWrapper<PullState> state = new ReadOnlyObjectWrapper<>(PullState.NONE);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile PullState latest = PullState.NONE;
    private @Nullable AppTask task;

    Pull(FxThread fx, String reference, String platform) {
        this.fx = fx;
        this.reference = reference;
        this.platform = platform;
    }

    /// What is pulled, with its tag.
    public String reference() {
        return reference;
    }

    /// Such as `linux/arm64`, or empty for the engine's own.
    public String platform() {
        return platform;
    }

    public ImageName name() {
        return ImageName.tagged(reference);
    }

    public ReadOnlyObjectProperty<PullState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why it failed.
    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public AppTask task() {
        return Objects.requireNonNull(task);
    }

    public boolean isRunning() {
        return task != null && task.stateProperty().get() == AppTask.State.RUNNING;
    }

    void began(AppTask started) {
        task = started;
    }

    void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /// Any thread.
    void report(PullState now) {
        latest = now;
        if (asked.compareAndSet(false, true)) {
            fx.after(INTERVAL, this::paint);
        }
    }

    /// What the last report said is shown, however short the time since.
    void ended() {
        state.set(latest);
    }

    private void paint() {
        asked.set(false);
        state.set(latest);
    }
}
