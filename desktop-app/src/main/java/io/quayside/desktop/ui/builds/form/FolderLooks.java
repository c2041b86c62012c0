package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.ui.builds.form.FolderLook.Seen;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.build.ContextParts;
import io.quayside.engine.dockerfile.Dockerfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks into folders in the background, one at a time: a new look ends the one before, whose answer nobody hears. FX
/// thread.
final class FolderLooks {
    /// A question that can be asked anew.
    private static final class Slot {
        private Object latest = new Object();
        private @Nullable AppTask task;

        void stop() {
            latest = new Object();
            if (task != null) {
                task.cancel();
                task = null;
            }
        }
    }

    private final ContainersParts parts;
    private final Slot listing = new Slot();
    private final Slot reading = new Slot();
    private final Slot measuring = new Slot();

    FolderLooks(ContainersParts parts) {
        this.parts = parts;
    }

    boolean isLooking() {
        return listing.task != null || reading.task != null || measuring.task != null;
    }

    void stop() {
        listing.stop();
        reading.stop();
        measuring.stop();
    }

    void dockerfiles(Path folder, Consumer<Seen<List<String>>> then) {
        stop();
        ask(listing, "Looking into " + name(folder), () -> FolderLook.dockerfiles(folder), then);
    }

    void dockerfile(Path file, Consumer<Seen<Dockerfile>> then) {
        ask(reading, "Reading " + name(file), () -> FolderLook.dockerfile(file), then);
    }

    void measure(Path folder, String dockerfile, Consumer<Seen<ContextParts>> then) {
        ask(measuring, "Counting files in " + name(folder), () -> FolderLook.measure(folder, dockerfile), then);
    }

    void isFolder(Path path, Consumer<Boolean> then) {
        parts.tasks().task("Looking at " + name(path)).brief().start(context -> Files.isDirectory(path), then);
    }

    /// Writes to `.dockerignore`.
    void ignore(Path folder, String line, Runnable then) {
        parts.tasks()
                .task("Adding to .dockerignore")
                .doneTitle("Added to .dockerignore")
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("write", ".dockerignore")))
                .start(
                        context -> {
                            IgnoreLine.add(folder, line);
                            return line;
                        },
                        ignored -> then.run());
    }

    private <T> void ask(Slot slot, String title, Supplier<Seen<T>> question, Consumer<Seen<T>> then) {
        slot.stop();
        Object mine = slot.latest;
        slot.task = parts.tasks().task(title).brief().start(context -> question.get(), answer -> {
            if (mine.equals(slot.latest)) {
                slot.task = null;
                then.accept(answer);
            }
        });
    }

    private static String name(Path path) {
        return SafeText.line(
                String.valueOf(Optional.ofNullable(path.getFileName()).orElse(path)));
    }
}
