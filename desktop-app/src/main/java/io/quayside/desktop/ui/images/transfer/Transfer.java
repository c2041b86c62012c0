package io.quayside.desktop.ui.images.transfer;

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

/// An image on its way, as a panel shows it.
///
/// Threads: the worker writes the volatile `latest`; everything else belongs to the FX thread, which takes it over at
/// most ten times a second.
public abstract class Transfer {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final FxThread fx;
    private final String reference;
    private final ReadOnlyObjectWrapper<TransferState> state = new ReadOnlyObjectWrapper<>(TransferState.NONE);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile TransferState latest = TransferState.NONE;
    private @Nullable AppTask task;

    protected Transfer(FxThread fx, String reference) {
        this.fx = fx;
        this.reference = reference;
    }

    /// What the registry knows it by, with its tag.
    public final String reference() {
        return reference;
    }

    public final ImageName name() {
        return ImageName.tagged(reference);
    }

    public final ReadOnlyObjectProperty<TransferState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why it failed.
    public final ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public final AppTask task() {
        return Objects.requireNonNull(task);
    }

    public final boolean isRunning() {
        return task != null && task.stateProperty().get() == AppTask.State.RUNNING;
    }

    /// Its task has begun.
    public final void began(AppTask started) {
        task = started;
    }

    public final void failed(Problem why) {
        problem.set(Optional.of(why));
    }

    /// Any thread.
    public final void report(TransferState now) {
        latest = now;
        if (asked.compareAndSet(false, true)) {
            fx.after(INTERVAL, this::paint);
        }
    }

    /// What the last report said is shown, however short the time since.
    public final void ended() {
        state.set(latest);
    }

    private void paint() {
        asked.set(false);
        state.set(latest);
    }
}
