package io.quayside.desktop.task;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask.NextStep;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What is known of a task before it starts.
record TaskDescription(
        String runningTitle,
        String doneTitle,
        TaskKind kind,
        Optional<String> location,
        boolean brief,
        Function<Throwable, Problem> explain,
        Optional<NextStep> afterCancel,
        Consumer<Problem> onFailure,
        Runnable onEnd) {}
