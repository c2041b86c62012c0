package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.desktop.ui.images.transfer.TransferState;
import io.quayside.engine.error.EngineException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The pulls of this session, newest first. They go on whatever the window shows. FX thread.
public final class Pulls {
    private final ContainersParts parts;
    private final Consumer<String> run;
    private final RegistryFaults faults;
    private final ObservableList<Pull> all = FXCollections.observableArrayList();
    private final BooleanProperty runWhenHere = new SimpleBooleanProperty();

    /// @param run opens the form for a container of an image
    public Pulls(ContainersParts parts, Consumer<String> run, RegistryFaults faults) {
        this.parts = parts;
        this.run = run;
        this.faults = faults;
    }

    public ObservableList<Pull> all() {
        return all;
    }

    /// Whether the form for a container opens once the next image is here.
    public BooleanProperty runWhenHereProperty() {
        return runWhenHere;
    }

    /// Pulls an image, unless just that is under way.
    ///
    /// @param typed a reference; without tag and digest, `latest` is meant
    public Pull start(String typed, String platform) {
        String reference = TypedName.complete(typed.strip());
        Optional<Pull> same = all.stream()
                .filter(pull -> pull.isRunning()
                        && pull.reference().equals(reference)
                        && pull.platform().equals(platform))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Pull pull = new Pull(parts.fx(), reference, platform);
        String title = SafeText.line(reference);
        pull.began(parts.tasks()
                .task("Pulling " + title)
                .doneTitle("Pulled " + title)
                .kind(TaskKind.PULL)
                .location("images")
                .explain(failure -> explain(failure, reference, platform))
                .onFailure(pull::failed)
                .onEnd(pull::ended)
                .start(
                        context -> work(pull, context),
                        ignored -> here(pull),
                        ignored -> Optional.of(new AppTask.NextStep("Run", () -> run.accept(reference)))));
        // What ended before is in Tasks.
        all.removeIf(old -> !old.isRunning());
        all.addFirst(pull);
        return pull;
    }

    private TransferState work(Pull pull, TaskContext context) throws EngineException {
        long start = System.nanoTime();
        TransferState[] last = {TransferState.NONE};
        ImagePull work = new ImagePull(context, parts.logins(), now -> {
            last[0] = now;
            pull.report(now);
            context.outcome(now.moved() == 1 ? "1 layer finished" : now.moved() + " layers finished");
        });
        TransferState end = work.run(parts.connected(), pull.reference(), pull.platform());
        String took = Times.took(Duration.ofNanos(System.nanoTime() - start));
        context.outcome(end.total() == 0 ? "It was here already" : Sizes.of(end.total()) + " in " + took);
        return end;
    }

    private void here(Pull pull) {
        if (runWhenHere.get()) {
            runWhenHere.set(false);
            run.accept(pull.reference());
        }
    }

    private Problem explain(Throwable failure, String reference, String platform) {
        return faults.pulling(
                parts.problems().map(failure, new Attempt("pull", SafeText.line(reference))),
                reference,
                () -> start(reference, platform));
    }
}
