package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotPossibleException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.recreate.Recreation;
import io.quayside.engine.recreate.Replacement;
import java.util.List;
import java.util.Optional;

/// Pulls what a container's image is called and, when that is another image than the container has, makes the container
/// again on it. FX thread.
public final class ImageUpdate {
    private final ContainersParts parts;
    private final KeptContainers kept;
    private final Failed failed;

    /// Hears on the FX thread what went wrong.
    public interface Failed {
        /// @param id the container's
        /// @param again does the same once more
        void failed(String id, Problem problem, Runnable again);
    }

    public ImageUpdate(ContainersParts parts, Failed failed) {
        this.parts = parts;
        this.kept = new KeptContainers(parts);
        this.failed = failed;
    }

    /// What is asked before.
    public static Confirmation question(String name, String image) {
        return new Confirmation(
                "Update the image of " + name + "?",
                SafeText.line(image) + " is pulled. If it is another image than " + name + " has, " + name
                        + " is made again on it: volumes, networks and settings stay, changes in its own files are"
                        + " lost. The old one is kept as " + name + "-old for "
                        + KeptContainers.KEPT.toMinutes() + " min, with Undo in Tasks.",
                List.of(),
                "Update " + name,
                Optional.empty());
    }

    /// Begins.
    public void start(String id, String name) {
        parts.tasks()
                .task("Updating the image of " + name)
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .doneTitle("Looked for a newer image of " + name)
                .explain(failure -> parts.problems().map(failure, new Attempt("update", name)))
                .onFailure(problem -> failed.failed(id, problem, () -> start(id, name)))
                .start(context -> update(id, name, context), ignored -> {}, made -> made.map(kept::keep));
    }

    private Optional<Replacement> update(String id, String name, TaskContext context) throws EngineException {
        Engine engine = parts.connected();
        ContainerDetails details = engine.containers().inspect(id);
        String image = details.config().image();
        refuse(details, image);
        new RunWork(engine, parts.logins(), context).pull(image, "");
        ImageDetails now = engine.images().inspect(image);
        if (now.id().equals(details.imageId())) {
            context.outcome(SafeText.line(image) + " is up to date, " + name + " runs on it already");
            return Optional.empty();
        }
        context.detail("Making the new container");
        Replacement made = ContainerEdit.of(engine, id).onImage(image).recreate(engine, false);
        context.outcome(SafeText.line(image) + " is newer, " + name + " was made again on it. The old one is kept as "
                + SafeText.line(made.aside()) + ". " + KeptContainers.words(details.labels(), made.aside()));
        return Optional.of(made);
    }

    /// Before anything is pulled.
    private static void refuse(ContainerDetails details, String image) throws NotPossibleException {
        if (!Recreation.isPossible(details)) {
            throw new NotPossibleException("It is removed by the engine when it stops, so that it couldn't come back.");
        }
        if (image.contains("@")) {
            throw new NotPossibleException("It asks for one image by its digest, which never changes.");
        }
        if (image.startsWith("sha256:") || details.imageId().startsWith("sha256:" + image)) {
            throw new NotPossibleException("It was made from an image without a name, so there is nothing to pull.");
        }
    }
}
