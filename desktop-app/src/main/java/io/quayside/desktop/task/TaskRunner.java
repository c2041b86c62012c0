package io.quayside.desktop.task;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs every action, each on a virtual thread named after it.
///
/// Threads: `shown` belongs to the FX thread; `running` is concurrent and holds the tasks whose work has not ended.
/// Updates reach the FX thread merged, five times a second at most (see [TaskUpdates]).
public final class TaskRunner implements Tasks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    /// A brief task that takes longer than this shows up in Tasks after all.
    static final Duration BRIEF = Duration.ofSeconds(1);

    /// More ended tasks than this are of no use to anybody: the oldest finished ones go.
    static final int KEPT = 100;

    private final FxThread fx;
    private final InstantSource clock;
    private final Function<Throwable, Problem> explain;
    private final ExecutorService executor;
    private final TaskUpdates updates;
    private final Set<Run> running = ConcurrentHashMap.newKeySet();
    private final List<Runnable> endListeners = new ArrayList<>();
    private final ObservableList<AppTask> shown =
            FXCollections.observableArrayList(task -> new Observable[] {task.stateProperty()});

    /// One task under way, and the latch that opens when its work has ended.
    private record Run(RunningTask task, CountDownLatch done) {}

    /// @param explain the general mapping from what work throws to words
    public TaskRunner(FxThread fx, InstantSource clock, Function<Throwable, Problem> explain) {
        this.fx = fx;
        this.clock = clock;
        this.explain = explain;
        this.updates = new TaskUpdates(fx);
        this.executor = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("task-", 0).factory());
    }

    @Override
    public Builder task(String runningTitle) {
        return new TaskBuilder(this, runningTitle, explain);
    }

    @Override
    public ObservableList<AppTask> shown() {
        return shown;
    }

    @Override
    public void clearFinished() {
        shown.removeIf(task -> task.stateProperty().get() == State.SUCCEEDED
                || task.stateProperty().get() == State.CANCELLED);
    }

    @Override
    public void dismiss(AppTask task) {
        if (task.stateProperty().get() != State.RUNNING) {
            shown.remove(task);
        }
    }

    /// Calls `listener` on the FX thread after every end of a task, brief ones included. FX thread.
    public Subscription onEnded(Runnable listener) {
        endListeners.add(listener);
        return () -> endListeners.remove(listener);
    }

    /// How many have not ended, brief ones included. Any thread.
    public int runningCount() {
        return running.size();
    }

    /// Asks all of them to end and waits for that, at most `patience`. Not for the FX thread. Returns whether all
    /// ended.
    public boolean cancelAll(Duration patience) throws InterruptedException {
        List<Run> all = List.copyOf(running);
        all.forEach(run -> run.task.cancel());
        long deadline = System.nanoTime() + patience.toNanos();
        for (Run run : all) {
            if (!run.done.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return false;
            }
        }
        return true;
    }

    /// Takes no more tasks. Those that run are neither cancelled nor waited for.
    @Override
    public void close() {
        executor.shutdown();
    }

    <T> AppTask start(
            TaskDescription description,
            Work<T> work,
            Consumer<T> onSuccess,
            Function<T, Optional<AppTask.NextStep>> next) {
        TaskCancel cancel =
                new TaskCancel(closing -> Thread.ofVirtual().name("task-cancel").start(closing));
        RunningTask task = new RunningTask(description, updates, cancel, clock);
        Run run = new Run(task, new CountDownLatch(1));
        running.add(run);
        if (description.brief()) {
            fx.after(BRIEF, () -> showIf(task, State.RUNNING));
        } else {
            fx.run(() -> show(task));
        }
        executor.execute(() -> {
            Runnable end = carryOut(task, cancel, work, onSuccess, next);
            // Nobody who hears of the end may still count it as running.
            running.remove(run);
            run.done.countDown();
            fx.run(() -> {
                try {
                    end.run();
                } finally {
                    List.copyOf(endListeners).forEach(Runnable::run);
                }
            });
        });
        return task;
    }

    /// Does the work. Returns what the FX thread has to do about its outcome.
    @SuppressWarnings("IllegalCatch")
    private <T> Runnable carryOut(
            RunningTask task,
            TaskCancel cancel,
            Work<T> work,
            Consumer<T> onSuccess,
            Function<T, Optional<AppTask.NextStep>> next) {
        cancel.enter();
        try {
            T result = work.run(task);
            cancel.leave();
            return () -> succeeded(task, result, onSuccess, next);
        } catch (Throwable failure) {
            cancel.leave();
            // Whatever work throws after it was asked to end is the end it was asked for.
            if (cancel.isAsked()) {
                return () -> cancelled(task);
            }
            Problem problem = explained(task, failure);
            return () -> failed(task, problem);
        }
    }

    /// The words for a failure. A mapper that fails itself must not leave the task running for ever.
    @SuppressWarnings("IllegalCatch")
    private static Problem explained(RunningTask task, Throwable failure) {
        try {
            return task.description().explain().apply(failure);
        } catch (RuntimeException broken) {
            LOG.error("No words were found for a failure", failure);
            LOG.error("The reason", broken);
            String title = task.titleProperty().get() + " failed.";
            return new Problem(title, "", List.of(), Optional.empty(), List.of(), "unexplained", false);
        }
    }

    private <T> void succeeded(
            RunningTask task, T result, Consumer<T> onSuccess, Function<T, Optional<AppTask.NextStep>> next) {
        task.succeed(next.apply(result));
        trim();
        try {
            onSuccess.accept(result);
        } finally {
            task.description().onEnd().run();
        }
    }

    private void cancelled(RunningTask task) {
        task.cancelled();
        trim();
        task.description().onEnd().run();
    }

    private void failed(RunningTask task, Problem problem) {
        task.fail(problem);
        showIf(task, State.FAILED);
        try {
            task.description().onFailure().accept(problem);
        } finally {
            task.description().onEnd().run();
        }
    }

    private void showIf(RunningTask task, State state) {
        if (task.stateProperty().get() == state) {
            show(task);
        }
    }

    private void show(RunningTask task) {
        if (!shown.contains(task)) {
            shown.addFirst(task);
        }
    }

    private void trim() {
        for (int i = shown.size() - 1; i >= 0 && shown.size() > KEPT; i--) {
            State state = shown.get(i).stateProperty().get();
            if (state == State.SUCCEEDED || state == State.CANCELLED) {
                shown.remove(i);
            }
        }
    }
}
