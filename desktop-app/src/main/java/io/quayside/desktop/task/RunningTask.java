package io.quayside.desktop.task;

import io.quayside.desktop.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One task, from its start to the end of the session.
///
/// Threads: the worker writes the volatile `report`, the FX thread copies it into the properties. The properties,
/// `ended`, `problem` and `next` belong to the FX thread. Cancelling is in [TaskCancel], which has a lock of its own.
final class RunningTask implements AppTask, TaskContext {
    /// What the work said last. Replaced as a whole, so that the FX thread never sees half of it.
    private record Report(double progress, String detail, String rate, String outcome) {}

    private final TaskDescription description;
    private final TaskUpdates updates;
    private final TaskCancel cancel;
    private final long started = System.nanoTime();
    private final InstantSource clock;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(this, "title");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper(this, "detail", "");
    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper(this, "rate", "");
    private volatile Report report = new Report(-1, "", "", "");
    private @Nullable Instant ended;
    private long endedNanos;
    private @Nullable Problem problem;
    private Optional<NextStep> next = Optional.empty();

    RunningTask(TaskDescription description, TaskUpdates updates, TaskCancel cancel, InstantSource clock) {
        this.description = description;
        this.updates = updates;
        this.cancel = cancel;
        this.clock = clock;
        title.set(description.runningTitle());
    }

    TaskDescription description() {
        return description;
    }

    // What the work says; the worker's thread.

    @Override
    public void progress(long done, long total) {
        Report last = report;
        double share = total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1);
        say(new Report(share, last.detail, last.rate, last.outcome));
    }

    @Override
    public void detail(String text) {
        Report last = report;
        say(new Report(last.progress, text, last.rate, last.outcome));
    }

    @Override
    public void rate(String text) {
        Report last = report;
        say(new Report(last.progress, last.detail, text, last.outcome));
    }

    @Override
    public void outcome(String text) {
        Report last = report;
        say(new Report(last.progress, last.detail, last.rate, text));
    }

    @Override
    public Subscription onCancel(AutoCloseable close) {
        return cancel.onCancel(close);
    }

    @Override
    public boolean isCancelled() {
        return cancel.isAsked();
    }

    private void say(Report next) {
        if (!next.equals(report)) {
            report = next;
            updates.changed(this);
        }
    }

    // What the window sees; the FX thread.

    /// Brings the last report into the properties.
    void paint() {
        if (state.get() != State.RUNNING) {
            return;
        }
        Report last = report;
        progress.set(last.progress);
        detail.set(last.detail);
        rate.set(last.rate);
    }

    void succeed(Optional<NextStep> nextStep) {
        next = nextStep;
        title.set(description.doneTitle());
        progress.set(1);
        end(State.SUCCEEDED, report.outcome);
    }

    void fail(Problem why) {
        problem = why;
        end(State.FAILED, why.title());
    }

    void cancelled() {
        next = description.afterCancel();
        end(State.CANCELLED, report.outcome.isEmpty() ? "Cancelled" : "Cancelled, " + report.outcome);
    }

    private void end(State outcome, String line) {
        ended = clock.instant();
        endedNanos = System.nanoTime();
        detail.set(line);
        rate.set("");
        state.set(outcome);
    }

    @Override
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    @Override
    public TaskKind kind() {
        return description.kind();
    }

    @Override
    public Optional<String> location() {
        return description.location();
    }

    @Override
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty rateProperty() {
        return rate.getReadOnlyProperty();
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos((ended == null ? System.nanoTime() : endedNanos) - started);
    }

    @Override
    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    @Override
    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public Optional<NextStep> next() {
        return next;
    }

    @Override
    public boolean isBrief() {
        return description.brief();
    }

    @Override
    public void cancel() {
        cancel.ask();
    }

    @Override
    public String toString() {
        return title.get() + " (" + state.get() + ")";
    }
}
