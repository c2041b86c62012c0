package io.quayside.desktop.ui.images;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.images.row.ImageLine;
import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import java.util.List;
import java.util.function.Consumer;

/// What can be done with images, each as a task. FX thread.
final class ImageActions {
    /// Hears how an action goes.
    interface Watcher {
        void begun(String key, String word);

        void ended(String key);

        void failed(Problem problem);
    }

    private final ContainersParts parts;
    private final Watcher watcher;

    ImageActions(ContainersParts parts, Watcher watcher) {
        this.parts = parts;
        this.watcher = watcher;
    }

    /// Takes names away; an image goes with its last one. One that a container came to need meanwhile stays, and the
    /// engine says so.
    void delete(List<ImageLine> lines) {
        for (ImageLine line : lines) {
            String going = line.hasOtherNames() ? "Untagging" : "Deleting";
            String done = line.hasOtherNames() ? "Untagged" : "Deleted";
            String verb = line.hasOtherNames() ? "untag" : "delete";
            String key = line.name().reference();
            watcher.begun(key, going);
            parts.tasks()
                    .task(going + " " + line.title())
                    .doneTitle(done + " " + line.title())
                    .kind(TaskKind.IMAGE)
                    .location("images")
                    .brief()
                    .explain(failure -> parts.problems().map(failure, new Attempt(verb, line.title())))
                    .onFailure(watcher::failed)
                    .onEnd(() -> watcher.ended(key))
                    .start(context -> {
                        remove(key);
                        return key;
                    });
        }
    }

    /// Deletes many as one task. What can't go stays and doesn't keep the others from going.
    void deleteAll(List<ImageLine> lines) {
        long images = lines.stream().map(line -> line.image().id()).distinct().count();
        String what = images == 1 ? "1 image" : images + " images";
        lines.forEach(line -> watcher.begun(line.name().reference(), "Deleting"));
        parts.tasks()
                .task("Deleting " + what)
                .doneTitle("Pruned images")
                .kind(TaskKind.IMAGE)
                .location("images")
                .explain(failure -> parts.problems().map(failure, new Attempt("delete", what)))
                .onFailure(watcher::failed)
                .onEnd(() -> lines.forEach(line -> watcher.ended(line.name().reference())))
                .start(context -> prune(lines, context));
    }

    private long prune(List<ImageLine> lines, TaskContext context) throws EngineException {
        long before = parts.connected().system().diskUsage().layersSize();
        int kept = 0;
        for (int i = 0; i < lines.size() && !context.isCancelled(); i++) {
            context.detail(lines.get(i).title());
            context.progress(i, lines.size());
            try {
                remove(lines.get(i).name().reference());
            } catch (ConflictException e) {
                kept++; // a container came to need it meanwhile
            }
        }
        long freed = before - parts.connected().system().diskUsage().layersSize();
        context.outcome("Freed " + Sizes.of(freed) + (kept == 0 ? "" : ", " + kept + " are in use and stay"));
        return freed;
    }

    /// Gives an image one more name.
    void tag(ImageLine line, String repository, String tag, Consumer<String> then) {
        String reference = repository + ":" + tag;
        parts.tasks()
                .task("Tagging " + line.title() + " as " + SafeText.line(reference))
                .doneTitle("Tagged " + line.title() + " as " + SafeText.line(reference))
                .kind(TaskKind.IMAGE)
                .location("images")
                .brief()
                .explain(failure -> parts.problems().map(failure, new Attempt("tag", line.title())))
                .onFailure(watcher::failed)
                .start(
                        context -> {
                            parts.connected().images().tag(line.image().id(), repository, tag);
                            return reference;
                        },
                        then);
    }

    private void remove(String reference) throws EngineException {
        try {
            parts.connected().images().remove(reference, false, true);
        } catch (NotFoundException e) {
            // Somebody else was faster: it is gone, as it should be.
        }
    }
}
