package io.quayside.desktop.ui.containers.detail.files;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.files.ChangeMarks;
import io.quayside.engine.files.ContainerFileSystem;
import io.quayside.engine.files.Downloaded;
import io.quayside.engine.files.FileEntry;
import io.quayside.engine.files.Transfer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Copies between the container and this computer, as tasks: they go on when the tab is left. FX thread.
final class FileTransfers {
    /// Takes what was copied.
    interface Arrival {
        void take(List<Path> paths) throws IOException;
    }

    private final FilesViewModel model;
    private final List<Runnable> waiting = new ArrayList<>();
    private int running;

    FileTransfers(FilesViewModel model) {
        this.model = model;
    }

    /// Runs this once no copy is under way any more; at once, if there is none.
    void whenDone(Runnable act) {
        if (running == 0) {
            act.run();
        } else {
            waiting.add(act);
        }
    }

    private void ended() {
        running--;
        if (running == 0) {
            List<Runnable> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(Runnable::run);
        }
    }

    private Tasks.Builder task(String going, String done, Attempt attempt) {
        running++;
        return model.parts()
                .tasks()
                .task(going)
                .doneTitle(done)
                .kind(model.place().volume() ? TaskKind.VOLUME : TaskKind.CONTAINER)
                .location(location())
                .explain(failure -> model.parts().problems().map(failure, attempt))
                .onEnd(this::ended);
    }

    /// Copies to a folder of this computer.
    void download(List<FileRow> rows, Path folder) {
        Optional<ContainerFileSystem> files = model.files();
        for (FileRow row : files.isPresent() ? rows : List.<FileRow>of()) {
            long size = row.entry().map(FileEntry::size).orElse(0L);
            task("Downloading " + row.label(), "Downloaded " + row.label(), new Attempt("download", row.label()))
                    .onFailure(model::failed)
                    .start(context -> {
                        Downloaded all = files.get().download(row.path(), folder, watch(context, size));
                        requireNotCancelled(context);
                        context.outcome(outcome(all));
                        return all;
                    });
        }
    }

    /// Copies all of these to a folder that another program will read.
    ///
    /// @param done takes what was copied, on the task's thread
    /// @param failed nothing will come
    void fetch(List<FileRow> rows, Path folder, Arrival done, Runnable failed) {
        Optional<ContainerFileSystem> files = model.files();
        if (files.isEmpty()) {
            failed.run();
            return;
        }
        String what = rows.size() == 1 ? rows.getFirst().label() : rows.size() + " files";
        long size = rows.stream()
                .flatMap(row -> row.entry().stream())
                .mapToLong(FileEntry::size)
                .sum();
        task("Fetching " + what + " to be dragged", "Fetched " + what + " to be dragged", new Attempt("download", what))
                .onFailure(problem -> {
                    failed.run();
                    model.failed(problem);
                })
                .start(context -> {
                    List<Path> all = new ArrayList<>();
                    for (FileRow row : rows) {
                        all.add(files.get()
                                .download(row.path(), folder, watch(context, size))
                                .path());
                        requireNotCancelled(context);
                    }
                    context.outcome("Can be dragged out of the window now");
                    done.take(all);
                    return all;
                });
    }

    private static String outcome(Downloaded all) {
        List<String> text = new ArrayList<>(List.of(Sizes.of(all.bytes()) + " to " + all.path()));
        if (!all.skipped().isEmpty()) {
            text.add(all.skipped().size() + " left out (devices, pipes, links to nothing)");
        }
        if (!all.renamed().isEmpty()) {
            text.add(all.renamed().size() + " renamed, since this computer can't have their names");
        }
        return String.join(", ", text);
    }

    /// Copies to a folder of the container; they will belong to whom the folder belongs.
    Optional<AppTask> upload(List<Path> paths, String folder) {
        Optional<ContainerFileSystem> files = model.files();
        if (files.isEmpty() || paths.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileEntry> known = model.find(folder).flatMap(FileRow::entry);
        String what =
                paths.size() == 1 ? SafeText.line(paths.getFirst().getFileName().toString()) : paths.size() + " files";
        return Optional.of(task("Uploading " + what, "Uploaded " + what, new Attempt("upload", what))
                .onFailure(model::failed)
                .start(
                        context -> {
                            long size = ContainerFileSystem.sizeOf(paths);
                            files.get().upload(paths, folder, known, watch(context, size));
                            context.outcome(Sizes.of(size) + " to "
                                    + SafeText.line(model.place().shown(folder)));
                            return model.changes(files.get());
                        },
                        (ChangeMarks marks) -> model.changedIn(folder, marks)));
    }

    private String location() {
        if (model.place().volume()) {
            return "volumes/" + model.place().name();
        }
        return "container/"
                + model.container().map(line -> line.container().name()).orElse("") + "/files";
    }

    private static void requireNotCancelled(TaskContext context) throws IOException {
        if (context.isCancelled()) {
            throw new IOException("The copy was cancelled");
        }
    }

    private static Transfer watch(TaskContext context, long total) {
        return new Transfer() {
            @Override
            public void moved(long bytes) {
                context.progress(bytes, total);
                context.detail(total > 0 ? Sizes.of(bytes) + " of " + Sizes.of(total) : Sizes.of(bytes));
            }

            @Override
            public void opened(AutoCloseable stream) {
                context.onCancel(stream);
            }
        };
    }

    /// Which of these names a folder has already; the engine is asked, since the folder may never have been opened
    /// here.
    void taken(List<Path> paths, String folder, Consumer<List<String>> then) {
        List<String> names =
                paths.stream().map(path -> path.getFileName().toString()).toList();
        model.question("look into", folder, files -> files.taken(folder, names), then);
    }
}
