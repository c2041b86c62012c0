package io.quayside.desktop.ui.images;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.EngineCause;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ImportSpec;
import io.quayside.engine.model.LoadProgress;
import io.quayside.engine.stream.EngineStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Images in and out of archives, each as a task that says its bytes. FX thread.
final class ImageArchives {
    private static final int PIECE = 256 * 1024;

    private final ContainersParts parts;
    private final Consumer<Problem> failed;

    ImageArchives(ContainersParts parts, Consumer<Problem> failed) {
        this.parts = parts;
        this.failed = failed;
    }

    /// Writes images with their names to one archive. A cancelled or failed one leaves no file.
    void save(List<String> references, String what, Path file) {
        String name = SafeText.line(String.valueOf(file.getFileName()));
        parts.tasks()
                .task("Saving " + what)
                .doneTitle("Saved " + what + " to " + name)
                .kind(TaskKind.IMAGE)
                .location("images")
                .explain(failure -> parts.problems().map(failure, new Attempt("save", what)))
                .onFailure(failed)
                .start(context -> {
                    save(references, file, context);
                    return file;
                });
    }

    /// Takes the images of an archive.
    void load(Path file) {
        String name = SafeText.line(String.valueOf(file.getFileName()));
        parts.tasks()
                .task("Loading " + name)
                .doneTitle("Loaded " + name)
                .kind(TaskKind.IMAGE)
                .location("images")
                .explain(failure -> explain(failure, new Attempt("load", name)))
                .onFailure(failed)
                .start(context -> load(file, context));
    }

    /// Makes an image of the archive of a file system. Of a cancelled or failed one nothing stays.
    void importFile(Path file, ImportSpec spec) {
        String name = SafeText.line(String.valueOf(file.getFileName()));
        parts.tasks()
                .task("Importing " + name)
                .doneTitle("Imported " + name)
                .kind(TaskKind.IMAGE)
                .location("images")
                .explain(failure -> explain(failure, new Attempt("import", name)))
                .onFailure(failed)
                .start(context -> {
                    String id = parts.connected().images().importImage(spec, out -> send(file, out, context));
                    context.outcome(
                            spec.repository().isEmpty()
                                    ? ImageLine.shortId(id)
                                    : SafeText.line(spec.repository() + ":" + spec.tag()));
                    return id;
                });
    }

    private void save(List<String> references, Path file, TaskContext context) throws EngineException, IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (InputStream in = parts.connected().images().save(references);
                    Subscription _ = context.onCancel(in);
                    OutputStream out = Files.newOutputStream(part)) {
                copy(in, out, 0, context);
            }
            if (context.isCancelled()) {
                throw new IOException("Saving was cancelled");
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            context.outcome(Sizes.of(Files.size(file)));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Set<String> load(Path file, TaskContext context) throws EngineException, IOException {
        Set<String> loaded = new LinkedHashSet<>();
        try (EngineStream<LoadProgress> steps = parts.connected().images().load(out -> send(file, out, context));
                Subscription _ = context.onCancel(steps)) {
            context.detail("Unpacking");
            for (Optional<LoadProgress> next = steps.next(); next.isPresent(); next = steps.next()) {
                if (!next.get().loaded().isEmpty()) {
                    loaded.add(SafeText.line(next.get().loaded()));
                }
            }
        }
        if (context.isCancelled()) {
            throw new CancelledException("POST /images/load", null);
        }
        context.outcome(loaded.isEmpty() ? "No image was in it" : String.join(", ", loaded));
        return loaded;
    }

    /// To the engine.
    private static void send(Path file, OutputStream out, TaskContext context) throws IOException {
        long size = sizeOf(file);
        try (InputStream in = Files.newInputStream(file)) {
            copy(in, out, size, context);
        }
    }

    /// @param total bytes in all, 0 if unknown
    private static void copy(InputStream in, OutputStream out, long total, TaskContext context) throws IOException {
        byte[] piece = new byte[PIECE];
        long done = 0;
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
            if (context.isCancelled()) {
                throw new InterruptedIOException("Cancelled");
            }
            out.write(piece, 0, n);
            done += n;
            context.progress(done, total);
            context.detail(total > 0 ? Sizes.ofTotal(done, total) : Sizes.of(done));
        }
    }

    /// What is wrong with a file comes out of the call as it is, unlike what is wrong with the connection.
    private static long sizeOf(Path file) {
        try {
            if (!Files.isReadable(file)) {
                throw new AccessDeniedException(file.toString());
            }
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Problem explain(Throwable failure, Attempt attempt) {
        Problem problem = parts.problems().map(failure, attempt);
        return problem.cause().orElse(null) instanceof EngineCause.DiskFull
                ? new RegistryFaults(parts).full(problem)
                : problem;
    }
}
