package io.quayside.desktop.ui.images.push;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.format.TypedName;
import io.quayside.desktop.ui.images.transfer.RegistryFaults;
import io.quayside.desktop.ui.images.transfer.TransferState;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import java.time.Duration;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The pushes of this session, newest first. They go on whatever the window shows. FX thread.
public final class Pushes {
    private final ContainersParts parts;
    private final RegistryFaults faults;
    private final ObservableList<Push> all = FXCollections.observableArrayList();

    public Pushes(ContainersParts parts, RegistryFaults faults) {
        this.parts = parts;
        this.faults = faults;
    }

    public ObservableList<Push> all() {
        return all;
    }

    /// Pushes an image, unless just that is under way. It gets the name here too, unless the push comes to nothing.
    ///
    /// @param source what the image is called here, or its id
    /// @param typed what it is to be called there; without a tag, `latest` is meant
    public Push start(String source, String typed) {
        String reference = TypedName.complete(typed.strip());
        Optional<Push> same = all.stream()
                .filter(push -> push.isRunning() && push.reference().equals(reference))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        Push push = new Push(parts.fx(), source, reference);
        String title = SafeText.line(reference);
        push.began(parts.tasks()
                .task("Pushing " + title)
                .doneTitle("Pushed " + title)
                .kind(TaskKind.PUSH)
                .location("images")
                .explain(failure -> explain(failure, reference))
                .onFailure(push::failed)
                .onEnd(push::ended)
                .start(context -> work(push, context)));
        // What ended before is in Tasks.
        all.removeIf(old -> !old.isRunning());
        all.addFirst(push);
        return push;
    }

    private TransferState work(Push push, TaskContext context) throws EngineException {
        long start = System.nanoTime();
        Engine engine = parts.connected();
        PushName name = PushName.give(engine, push.source(), push.reference());
        ImagePush work = new ImagePush(context, parts.logins(), now -> {
            push.report(now);
            context.outcome(now.moved() == 1 ? "1 layer is there" : now.moved() + " layers are there");
        });
        ImagePush.Outcome end;
        try {
            end = work.run(engine, push.reference());
        } catch (EngineException e) {
            name.takeBack();
            throw e;
        }
        push.arrived(end.digest());
        String took = Times.took(Duration.ofNanos(System.nanoTime() - start));
        context.outcome(
                end.state().moved() == 0
                        ? "Its layers were there already"
                        : Sizes.of(end.state().total()) + " in " + took);
        return end.state();
    }

    private Problem explain(Throwable failure, String reference) {
        return faults.pushing(parts.problems().map(failure, new Attempt("push", SafeText.line(reference))), reference);
    }
}
