package io.quayside.desktop.ui.volumes.job;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import io.quayside.desktop.ui.volumes.list.VolumeUser;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.VolumeSpec;
import io.quayside.engine.volume.ArchiveFile;
import io.quayside.engine.volume.VolumeArchives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// Starts what takes long with volumes, each as a task, and keeps the last one of each volume for its panel. FX thread.
public final class VolumeJobs {
    private final ContainersParts parts;
    private final Consumer<Problem> tell;
    private final Map<String, VolumeJob> jobs = new HashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

    /// @param tell hears what goes wrong beside the job itself
    public VolumeJobs(ContainersParts parts, Consumer<Problem> tell) {
        this.parts = parts;
        this.tell = tell;
    }

    /// The last one of a volume, until it is dismissed.
    public Optional<VolumeJob> of(String volume) {
        return Optional.ofNullable(jobs.get(volume));
    }

    public boolean isRunning(String volume) {
        return of(volume).filter(VolumeJob::isRunning).isPresent();
    }

    /// Counts up when one came, ended or went.
    public ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// It isn't shown any more; one at work goes on.
    public void dismiss(VolumeJob job) {
        jobs.remove(job.volume(), job);
        changed();
    }

    /// Writes a volume to a file.
    ///
    /// @param stop the containers to stop meanwhile
    public void export(VolumeLine line, Path file, List<VolumeUser> stop) {
        VolumeJob job = new VolumeJob(
                parts.fx(),
                line.name(),
                "Exporting",
                "to " + SafeText.line(Folders.shown(file)),
                "Cancelling deletes the unfinished file" + again(stop),
                Consistent.steps(stop, "Copy, compress and write the checksum"));
        start(job, "Exporting " + line.title(), "Exported " + line.title(), "export " + line.title(), context -> {
            Engine engine = parts.connected();
            consistent(engine, job, stop).run(() -> {
                try (JobTransfer transfer = new JobTransfer(context, line.size())) {
                    VolumeArchives.Exported done = new VolumeArchives(engine).export(line.name(), file, transfer);
                    context.outcome(Sizes.of(done.contents().bytes()) + " in a file of " + Sizes.of(done.size())
                            + withoutOwners(engine));
                }
            });
        });
    }

    /// Copies a volume into a new one.
    public void copy(VolumeLine line, String name, List<VolumeUser> stop) {
        String title = SafeText.line(name);
        VolumeJob job = new VolumeJob(
                parts.fx(),
                line.name(),
                "Cloning",
                "to " + title,
                "Cancelling deletes the unfinished volume" + again(stop),
                Consistent.steps(stop, "Copy everything"));
        start(
                job,
                "Cloning " + line.title(),
                "Cloned " + line.title() + " to " + title,
                "clone " + line.title(),
                context -> {
                    Engine engine = parts.connected();
                    requireFree(engine, name);
                    consistent(engine, job, stop).run(() -> {
                        try (JobTransfer transfer = new JobTransfer(context, line.size())) {
                            new VolumeArchives(engine).copy(line.name(), name, transfer);
                            context.outcome(line.sizeWords() + withoutOwners(engine));
                        }
                    });
                });
    }

    /// Makes a volume of an archive, which is checked while it is copied.
    public void create(String name, Path file) {
        in(
                name,
                file,
                "Cancelling deletes the unfinished volume.",
                List.of("Check the archive and copy it"),
                (engine, job, context) -> {
                    requireFree(engine, name);
                    long[] bytes = new long[1];
                    job.<EngineException, IOException>step(0, () -> {
                        try (JobTransfer transfer = new JobTransfer(context, OptionalLong.empty())) {
                            bytes[0] = new VolumeArchives(engine)
                                    .create(VolumeSpec.named(name), file, transfer)
                                    .contents()
                                    .bytes();
                        }
                    });
                    return bytes[0];
                });
    }

    /// Fills an empty volume from an archive, all of which is checked before.
    public void fill(String name, Path file) {
        in(
                name,
                file,
                "Cancelling empties the volume again.",
                List.of("Check the archive", "Copy into the volume"),
                (engine, job, context) -> {
                    ArchiveFile[] archive = new ArchiveFile[1];
                    job.<IOException, RuntimeException>step(0, () -> {
                        try (JobTransfer transfer = new JobTransfer(context, OptionalLong.empty())) {
                            archive[0] = ArchiveFile.check(file, transfer);
                        }
                    });
                    long bytes = archive[0].contents().bytes();
                    job.<EngineException, IOException>step(1, () -> {
                        try (JobTransfer transfer = new JobTransfer(context, OptionalLong.of(bytes))) {
                            new VolumeArchives(engine).fill(name, archive[0], transfer);
                        }
                    });
                    return bytes;
                });
    }

    private interface Import {
        /// Says how many bytes came in.
        long run(Engine engine, VolumeJob job, TaskContext context) throws EngineException, IOException;
    }

    private void in(String name, Path file, String cancelling, List<String> steps, Import work) {
        String from = SafeText.line(String.valueOf(file.getFileName()));
        String title = SafeText.line(name);
        VolumeJob job = new VolumeJob(
                parts.fx(), name, "Importing", "from " + SafeText.line(Folders.shown(file)), cancelling, steps);
        start(
                job,
                "Importing " + from + " into " + title,
                "Imported " + from + " into " + title,
                "import " + from,
                context -> {
                    Engine engine = parts.connected();
                    long bytes = work.run(engine, job, context);
                    context.outcome(Sizes.of(bytes) + withoutOwners(engine));
                });
    }

    private interface Work {
        void run(TaskContext context) throws EngineException, IOException;
    }

    private void start(VolumeJob job, String running, String done, String attempt, Work work) {
        Tasks.Builder task = parts.tasks()
                .task(running)
                .doneTitle(done)
                .kind(TaskKind.VOLUME)
                .location("volumes/" + job.volume())
                .explain(failure -> parts.problems().map(failure, new Attempt(attempt, "")))
                .onFailure(job::failed)
                .onEnd(this::changed);
        jobs.put(job.volume(), job);
        job.began(task.start(context -> {
            work.run(context);
            return job;
        }));
        changed();
    }

    private void changed() {
        changes.set(changes.get() + 1);
    }

    private Consistent consistent(Engine engine, VolumeJob job, List<VolumeUser> stop) {
        return new Consistent(engine, job, stop, (user, why) -> {
            Problem problem = parts.problems().map(why, new Attempt("start", user.name()));
            parts.fx()
                    .run(() -> tell.accept(problem.withWords(
                            user.name() + " couldn't be started again.", "It was stopped for a consistent copy.")));
        });
    }

    private static String again(List<VolumeUser> stop) {
        return switch (stop.size()) {
            case 0 -> ".";
            case 1 -> " and starts " + stop.getFirst().name() + " again at once.";
            default -> " and starts the " + stop.size() + " containers again at once.";
        };
    }

    /// Docker gives the volume that is there for one with the same name, and it would be filled.
    private static void requireFree(Engine engine, String name) throws EngineException, IOException {
        boolean taken = engine.volumes().list(io.quayside.engine.model.Filters.of("name", name)).stream()
                .anyMatch(volume -> volume.name().equals(name));
        if (taken) {
            throw new IOException("There is a volume " + name + " already.");
        }
    }

    private static String withoutOwners(Engine engine) throws EngineException {
        return new VolumeArchives(engine).keepsOwners() ? "" : ", without owners: Podman doesn't give them";
    }
}
