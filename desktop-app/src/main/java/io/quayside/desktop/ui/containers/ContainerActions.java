package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.containers.fix.MemoryLimit;
import io.quayside.desktop.ui.containers.fix.OtherPort;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.CommitSpec;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.StopOptions;
import java.nio.file.Path;
import java.util.List;

/// What can be done with containers, each as a task. A row shows the word of its action until the event of what it did
/// comes back, or the action fails. FX thread.
public final class ContainerActions implements Lifecycle {
    /// A call about one container.
    @FunctionalInterface
    private interface Call {
        void on(Engine engine, String id) throws EngineException;
    }

    /// How an action is named.
    private record Verb(String infinitive, String going, String done) {}

    private static final Verb START = new Verb("start", "Starting", "Started");
    private static final Verb STOP = new Verb("stop", "Stopping", "Stopped");
    private static final Verb RESTART = new Verb("restart", "Restarting", "Restarted");
    private static final Verb PAUSE = new Verb("pause", "Pausing", "Paused");
    private static final Verb UNPAUSE = new Verb("resume", "Resuming", "Resumed");
    private static final Verb KILL = new Verb("kill", "Killing", "Killed");
    private static final Verb RENAME = new Verb("rename", "Renaming", "Renamed");
    private static final Verb DELETE = new Verb("delete", "Deleting", "Deleted");

    private final EngineSession session;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final ActionWatcher watcher;

    /// @param watcher hears how they go
    public ContainerActions(EngineSession session, Tasks tasks, ProblemMapper problems, ActionWatcher watcher) {
        this.session = session;
        this.tasks = tasks;
        this.problems = problems;
        this.watcher = watcher;
    }

    /// Actions from elsewhere than the page: its rows show what happens by the engine's events only.
    public static ContainerActions detached(ContainersParts parts) {
        return new ContainerActions(parts.session(), parts.tasks(), parts.problems(), ActionWatcher.NONE);
    }

    @Override
    public void start(List<ContainerRow> rows) {
        all(START, rows, (engine, id) -> engine.containers().start(id));
    }

    @Override
    public void stop(List<ContainerRow> rows) {
        all(STOP, rows, (engine, id) -> engine.containers().stop(id, StopOptions.defaults()));
    }

    @Override
    public void restart(List<ContainerRow> rows) {
        all(RESTART, rows, (engine, id) -> engine.containers().restart(id, StopOptions.defaults()));
    }

    public void pause(List<ContainerRow> rows) {
        all(PAUSE, rows, (engine, id) -> engine.containers().pause(id));
    }

    public void unpause(List<ContainerRow> rows) {
        all(UNPAUSE, rows, (engine, id) -> engine.containers().unpause(id));
    }

    public void kill(List<ContainerRow> rows, String signal) {
        all(KILL, rows, (engine, id) -> engine.containers().kill(id, signal));
    }

    public void rename(ContainerRow row, String name) {
        all(RENAME, List.of(row), (engine, id) -> engine.containers().rename(id, name));
    }

    /// Deletes containers with their anonymous volumes; running ones are stopped first, as kindly as "Stop" does it.
    public void delete(List<ContainerRow> rows) {
        all(DELETE, rows, ContainerActions::deleteNow);
    }

    /// The same for one container, and something else once it is gone.
    public void delete(ContainerRow row, Runnable then) {
        one(DELETE, row, ContainerActions::deleteNow, then);
    }

    private static void deleteNow(Engine engine, String id) throws EngineException {
        try {
            engine.containers().stop(id, StopOptions.defaults());
            engine.containers().remove(id, RemoveOptions.withEverything());
        } catch (NotFoundException e) {
            // Somebody else was faster: it is gone, as it should be.
        }
    }

    /// Gives a container more memory, then starts it.
    void raiseLimit(ContainerRow row, long bytes) {
        one(
                START,
                row,
                (engine, id) -> {
                    MemoryLimit.raise(engine, id, bytes);
                    engine.containers().start(id);
                },
                () -> {});
    }

    /// Makes a container again with another host port; all or nothing.
    void usePort(ContainerRow row, int taken, int free) {
        one(START, row, (engine, id) -> OtherPort.use(engine, id, taken, free), () -> {});
    }

    /// Deletes containers that don't run, with their anonymous volumes. One that was started meanwhile stays: nobody
    /// was
    /// asked about that.
    public void deleteStopped(List<ContainerRow> rows) {
        all(DELETE, rows, (engine, id) -> {
            try {
                engine.containers().remove(id, new RemoveOptions(false, true, false));
            } catch (NotFoundException e) {
                // Somebody else was faster: it is gone, as it should be.
            }
        });
    }

    /// Makes an image of a container.
    public void saveAsImage(ContainerRow row, String repository, String tag) {
        String name = row.line().name();
        String reference = repository + ":" + tag;
        tasks.task("Saving " + name + " as " + reference)
                .doneTitle("Saved " + name + " as " + reference)
                .kind(TaskKind.IMAGE)
                .location("containers")
                .explain(failure -> problems.map(failure, new Attempt("save", name)))
                .onFailure(problem -> watcher.failed(row.id(), problem, () -> saveAsImage(row, repository, tag)))
                .start(context -> engine().containers().commit(row.id(), CommitSpec.as(repository, tag)));
    }

    /// Writes the file system of a container to a tar archive. A cancelled or failed one leaves no file.
    public AppTask export(ContainerRow row, Path file) {
        String name = row.line().name();
        return tasks.task("Exporting " + name)
                .doneTitle("Exported " + name + " to " + file.getFileName())
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .explain(failure -> problems.map(failure, new Attempt("export", name)))
                .onFailure(problem -> watcher.failed(row.id(), problem, () -> export(row, file)))
                .start(context -> {
                    new FilesystemExport(engine(), row.id(), file).run(context);
                    return file;
                });
    }

    private void all(Verb verb, List<ContainerRow> rows, Call call) {
        if (rows.size() == 1) {
            one(verb, rows.getFirst(), call, () -> {});
        } else if (!rows.isEmpty()) {
            many(verb, List.copyOf(rows), call);
        }
    }

    private void one(Verb verb, ContainerRow row, Call call, Runnable then) {
        String name = row.line().name();
        watcher.begun(row.id(), verb.going);
        tasks.task(verb.going + " " + name)
                .doneTitle(verb.done + " " + name)
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .brief()
                .explain(failure -> problems.map(failure, new Attempt(verb.infinitive, name)))
                .onFailure(problem -> watcher.failed(row.id(), problem, () -> one(verb, row, call, then)))
                .onEnd(() -> watcher.ended(row.id()))
                .start(
                        context -> {
                            call.on(engine(), row.id());
                            return row.id();
                        },
                        ignored -> then.run());
    }

    private void many(Verb verb, List<ContainerRow> rows, Call call) {
        rows.forEach(row -> watcher.begun(row.id(), verb.going));
        String what = rows.size() + " containers";
        tasks.task(verb.going + " " + what)
                .doneTitle(verb.done + " " + what)
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .brief()
                .onEnd(() -> rows.forEach(row -> watcher.ended(row.id())))
                .start(context -> {
                    BulkRun run = new BulkRun(rows.size(), context);
                    for (ContainerRow row : rows) {
                        run.add(() -> attempt(verb, row, call));
                    }
                    return run.await();
                });
    }

    /// One of many: its failure is shown at its row and doesn't keep the others from going on.
    private boolean attempt(Verb verb, ContainerRow row, Call call) {
        try {
            call.on(engine(), row.id());
            return true;
        } catch (EngineException e) {
            watcher.failed(
                    row.id(),
                    problems.map(e, new Attempt(verb.infinitive, row.line().name())),
                    () -> one(verb, row, call, () -> {}));
            return false;
        } finally {
            watcher.ended(row.id());
        }
    }

    private Engine engine() throws EngineException {
        return session.connected();
    }
}
