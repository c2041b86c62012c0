package io.quayside.desktop.task;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask.NextStep;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Gathers the description of one task and hands it to the runner.
final class TaskBuilder implements Tasks.Builder {
    private final TaskRunner runner;
    private final String runningTitle;
    private String doneTitle;
    private TaskKind kind = TaskKind.CONTAINER;
    private Optional<String> location = Optional.empty();
    private boolean brief;
    private Function<Throwable, Problem> explain;
    private Optional<NextStep> afterCancel = Optional.empty();
    private Consumer<Problem> onFailure = problem -> {};
    private Runnable onEnd = () -> {};

    TaskBuilder(TaskRunner runner, String runningTitle, Function<Throwable, Problem> explain) {
        this.runner = runner;
        this.runningTitle = runningTitle;
        this.doneTitle = runningTitle;
        this.explain = explain;
    }

    @Override
    public Tasks.Builder doneTitle(String title) {
        doneTitle = title;
        return this;
    }

    @Override
    public Tasks.Builder kind(TaskKind newKind) {
        kind = newKind;
        return this;
    }

    @Override
    public Tasks.Builder location(String page) {
        location = Optional.of(page);
        return this;
    }

    @Override
    public Tasks.Builder brief() {
        brief = true;
        return this;
    }

    @Override
    public Tasks.Builder explain(Function<Throwable, Problem> mapper) {
        explain = mapper;
        return this;
    }

    @Override
    public Tasks.Builder afterCancel(NextStep step) {
        afterCancel = Optional.of(step);
        return this;
    }

    @Override
    public Tasks.Builder onFailure(Consumer<Problem> handler) {
        onFailure = handler;
        return this;
    }

    @Override
    public Tasks.Builder onEnd(Runnable handler) {
        onEnd = handler;
        return this;
    }

    @Override
    public <T> AppTask start(Tasks.Work<T> work, Consumer<T> onSuccess, Function<T, Optional<AppTask.NextStep>> next) {
        TaskDescription description = new TaskDescription(
                runningTitle, doneTitle, kind, location, brief, explain, afterCancel, onFailure, onEnd);
        return runner.start(description, work, onSuccess, next);
    }
}
