package io.quayside.desktop.ui.volumes.job;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.FxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// An export, import or copy of a volume, as the panel shows it.
///
/// Threads: the steps move on the worker only, which hands each new list to the FX thread; everything else belongs to
/// the FX thread.
public final class VolumeJob {
    private final FxThread fx;
    private final String volume;
    private final String title;
    private final String where;
    private final String note;
    private final List<JobStep> now = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<JobStep>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long begun;
    private @Nullable AppTask task;

    /// @param volume at whose panel it is shown
    /// @param title "Exporting"
    /// @param where "to ~/Backups/data.tar.zst"
    /// @param note what cancelling does
    VolumeJob(FxThread fx, String volume, String title, String where, String note, List<String> steps) {
        this.fx = fx;
        this.volume = volume;
        this.title = title;
        this.where = where;
        this.note = note;
        steps.forEach(step -> now.add(JobStep.waiting(step)));
        this.steps.set(List.copyOf(now));
    }

    public String volume() {
        return volume;
    }

    public String title() {
        return title;
    }

    public String where() {
        return where;
    }

    public String note() {
        return note;
    }

    public ReadOnlyObjectProperty<List<JobStep>> stepsProperty() {
        return steps.getReadOnlyProperty();
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

    /// Work that is one of its steps. Worker.
    @FunctionalInterface
    interface Work<E1 extends Exception, E2 extends Exception> {
        void run() throws E1, E2;
    }

    /// Does one step. Worker.
    <E1 extends Exception, E2 extends Exception> void step(int index, Work<E1, E2> work) throws E1, E2 {
        begun = System.nanoTime();
        show(index, JobStep.State.RUNNING);
        boolean done = false;
        try {
            work.run();
            done = true;
        } finally {
            show(index, done ? JobStep.State.DONE : JobStep.State.FAILED);
        }
    }

    private void show(int index, JobStep.State state) {
        now.set(index, now.get(index).as(state, Duration.ofNanos(System.nanoTime() - begun)));
        List<JobStep> next = List.copyOf(now);
        fx.run(() -> steps.set(next));
    }
}
