package io.quayside.desktop.task;

import io.quayside.desktop.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;

/// Starts actions and lists those of this session, newest first.
public interface Tasks {
    /// Work of a task. Runs on a named virtual thread; may block; what it throws becomes the task's problem.
    @FunctionalInterface
    interface Work<T> {
        T run(TaskContext context) throws Exception;
    }

    /// Describes one task before it starts. Every `on…` callback runs on the FX thread.
    interface Builder {
        /// The title after success, such as "Pulled postgres:17.2". The running title stays without it.
        Builder doneTitle(String title);

        Builder kind(TaskKind kind);

        /// Where the row links to, in the grammar of `--page`.
        Builder location(String page);

        /// In Tasks only when it fails or takes longer than a second.
        Builder brief();

        /// Turns what the work threw into words; without it the general mapping is used.
        Builder explain(Function<Throwable, Problem> mapper);

        Builder onFailure(Consumer<Problem> handler);

        /// The one next step of a cancelled task, such as "Go on".
        Builder afterCancel(AppTask.NextStep step);

        /// Runs last, whatever the outcome.
        Builder onEnd(Runnable handler);

        /// Starts it.
        <T> AppTask start(Work<T> work, Consumer<T> onSuccess, Function<T, Optional<AppTask.NextStep>> next);

        /// Starts it, with nothing to do afterwards.
        default <T> AppTask start(Work<T> work) {
            return start(work, ignored -> {}, ignored -> Optional.empty());
        }

        /// Starts it and hands the result to `onSuccess`.
        default <T> AppTask start(Work<T> work, Consumer<T> onSuccess) {
            return start(work, onSuccess, ignored -> Optional.empty());
        }
    }

    /// `runningTitle` names the action and its object: "Stopping web".
    Builder task(String runningTitle);

    /// Tasks of this session that Tasks shows (brief ones only once they qualify), newest first. FX thread.
    ObservableList<AppTask> shown();

    /// Forgets finished and cancelled ones. FX thread.
    void clearFinished();

    /// Forgets one that ended. FX thread.
    void dismiss(AppTask task);
}
