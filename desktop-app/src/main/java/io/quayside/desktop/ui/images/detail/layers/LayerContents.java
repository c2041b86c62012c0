package io.quayside.desktop.ui.images.detail.layers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.layer.ImageContents;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The files of an image's layers, read when somebody asks, as a task that goes on when the page is left. FX thread.
public final class LayerContents {
    /// What is known of them.
    sealed interface State {
        /// Nobody has asked.
        record Closed() implements State {}

        record Reading(AppTask task) implements State {}

        record Read(ImageContents contents) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private final ContainersParts parts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private String image = "";

    public LayerContents(ContainersParts parts) {
        this.parts = parts;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The page shows this image now.
    ///
    /// @param id whose content never changes
    void image(String id) {
        if (!id.equals(image)) {
            image = id;
            state.set(new State.Closed());
        }
    }

    /// Reads the files of all layers.
    ///
    /// @param title what the image is called
    /// @param size about as many bytes come
    void read(String title, long size) {
        String asked = image;
        AppTask task = parts.tasks()
                .task("Reading the layers of " + title)
                .doneTitle("Read the layers of " + title)
                .kind(TaskKind.IMAGE)
                .location("image/" + asked + "/layers")
                .explain(failure -> explain(failure, title))
                .onFailure(problem -> become(asked, new State.Failed(problem)))
                .onEnd(() -> ended(asked))
                .start(context -> read(asked, size, context), contents -> become(asked, new State.Read(contents)));
        state.set(new State.Reading(task));
    }

    /// The same, unless they are there or on their way.
    void readOnce(String title, long size) {
        switch (state.get()) {
            case State.Closed _, State.Failed _ -> read(title, size);
            case State.Reading _, State.Read _ -> {}
        }
    }

    private ImageContents read(String id, long size, TaskContext context) throws EngineException, IOException {
        try (InputStream archive = parts.connected().images().save(List.of(id));
                Subscription _ = context.onCancel(archive)) {
            ImageContents contents = ImageContents.read(archive, done -> {
                context.progress(Math.min(done, size), size);
                context.detail(done < size ? Sizes.ofTotal(done, size) : Sizes.of(done));
            });
            context.outcome(contents.layers().size() + " layers, " + Sizes.of(contents.size()));
            return contents;
        }
    }

    private Problem explain(Throwable failure, String title) {
        Problem problem = parts.problems().map(failure, new Attempt("read", title));
        return failure instanceof IOException
                ? problem.withWords(
                        "The layers of " + title + " can't be read.",
                        "What the engine gave is not what images look like. Nothing of it was kept.")
                : problem;
    }

    private void become(String asked, State next) {
        if (asked.equals(image)) {
            state.set(next);
        }
    }

    /// A cancelled one is as if nobody had asked.
    private void ended(String asked) {
        if (asked.equals(image)
                && state.get() instanceof State.Reading(AppTask task)
                && task.stateProperty().get() == AppTask.State.CANCELLED) {
            state.set(new State.Closed());
        }
    }

    Optional<ImageContents> contents() {
        return state.get() instanceof State.Read(ImageContents read) ? Optional.of(read) : Optional.empty();
    }
}
