package io.quayside.desktop.ui.images;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.images.row.ImageLine;
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
