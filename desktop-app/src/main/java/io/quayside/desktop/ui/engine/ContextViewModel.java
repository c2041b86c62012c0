package io.quayside.desktop.ui.engine;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.engine.CliContext.Found;
import io.quayside.vm.context.ContextState;
import io.quayside.vm.error.VmException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The context of the `docker` command for the machine in the window: whether there is one, and questions before
/// anything in docker's folder is written. FX thread; files are read on a virtual thread, and written by a task.
public final class ContextViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(ContextViewModel.class);

    /// What can be done with it.
    enum Act {
        ADD("Add", "Adding", "Added", "add"),
        MAKE_DEFAULT("Make default", "Making default:", "Made default:", "make default"),
        REMOVE("Remove", "Removing", "Removed", "remove");

        private final String label;
        private final String doing;
        private final String done;
        private final String verb;

        Act(String label, String doing, String done, String verb) {
            this.label = label;
            this.doing = doing;
            this.done = done;
            this.verb = verb;
        }

        String label() {
            return label;
        }
    }

    private final CliContext contexts;
    private final Tasks tasks;
    private final ProblemMapper problems;
    private final FxThread fx;
    private final String folder;
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private int reads;
    private int answers;

    public ContextViewModel(CliContext contexts, Tasks tasks, ProblemMapper problems, FxThread fx) {
        this.contexts = contexts;
        this.tasks = tasks;
        this.problems = problems;
        this.fx = fx;
        this.folder = shorten(contexts.dockerFolder());
    }

    private static String shorten(Path path) {
        Path home = Path.of(System.getProperty("user.home", ""));
        return path.startsWith(home) && home.getNameCount() > 0
                ? Path.of("~").resolve(home.relativize(path)).toString()
                : path.toString();
    }

    /// Empty where there is no machine, and until it was read.
    ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Whether something is being written.
    ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// Reads docker's files. The answer to an earlier question is dropped.
    void read() {
        int mine = ++reads;
        Thread.ofVirtual().name("cli-context").start(() -> {
            Optional<Found> answer = ask();
            fx.run(() -> {
                answers++;
                if (mine == reads) {
                    found.set(answer);
                }
            });
        });
    }

    /// Whether every question was answered.
    boolean settled() {
        return answers == reads && !busy.get();
    }

    private Optional<Found> ask() {
        try {
            return contexts.context();
        } catch (VmException e) {
            LOG.info("Docker's contexts can't be read: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /// What the row says.
    static String words(ContextState state) {
        return switch (state.presence()) {
            case ABSENT -> "None";
            case OURS -> state.name();
            case ANOTHERS -> state.name() + " is not this machine’s";
        };
    }

    /// What can be done, in the order in which it is offered.
    static List<Act> acts(ContextState state) {
        return switch (state.presence()) {
            case ABSENT -> List.of(Act.ADD);
            case OURS -> state.current() ? List.of(Act.REMOVE) : List.of(Act.MAKE_DEFAULT, Act.REMOVE);
            case ANOTHERS -> List.of();
        };
    }

    /// More about it.
    String hint(ContextState state) {
        return switch (state.presence()) {
            case ABSENT -> "The docker command has no context for this machine";
            case OURS -> "docker --context " + state.name() + " reaches this engine";
            case ANOTHERS ->
                "Docker’s context " + state.name() + " was made by somebody else. Quayside leaves it as it is;"
                        + " rename or remove it with docker context, and one for this machine can be added";
        };
    }

    /// Says what is written before it is.
    Confirmation question(Act act, ContextState state) {
        String name = state.name();
        String store = path("contexts");
        String config = path("config.json");
        return switch (act) {
            case ADD ->
                new Confirmation(
                        "Add the context " + name + " to docker?",
                        "docker --context " + name + " then reaches this engine. What docker uses by default stays.",
                        List.of(new Confirmation.Line(
                                store, "gets the context; keys too where there is no local socket")),
                        "Add the context",
                        Optional.empty());
            case MAKE_DEFAULT ->
                new Confirmation(
                        "Make " + name + " docker’s default?",
                        "docker, and programs that follow its contexts, then use this engine when nothing else is"
                                + " said. Removing the context brings back what is the default now.",
                        List.of(
                                new Confirmation.Line(config, "currentContext becomes " + name + ", the rest stays"),
                                new Confirmation.Line(store, "the context notes the default of before")),
                        "Make it the default",
                        Optional.empty());
            case REMOVE ->
                new Confirmation(
                        "Remove the context " + name + " from docker?",
                        state.current()
                                ? "What was docker’s default before is again. The machine and its engine stay."
                                : "What docker uses by default stays, and so do the machine and its engine.",
                        state.current()
                                ? List.of(
                                        new Confirmation.Line(store, "loses the context"),
                                        new Confirmation.Line(config, "currentContext becomes that of before"))
                                : List.of(new Confirmation.Line(store, "loses the context")),
                        "Remove the context",
                        Optional.empty());
        };
    }

    private String path(String name) {
        return Path.of(folder).resolve(name).toString();
    }

    /// Does it; the question was answered with yes.
    void act(Act act, Found on) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        String what = " docker’s context " + on.state().name();
        tasks.task(act.doing + what)
                .doneTitle(act.done + what)
                .kind(TaskKind.ENGINE)
                .location("engine")
                .brief()
                .explain(failure -> problems.map(failure, new Attempt(act.verb, what.strip())))
                .onFailure(failed -> problem.set(Optional.of(failed)))
                .onEnd(() -> {
                    busy.set(false);
                    read();
                })
                .start(context -> switch (act) {
                    case ADD -> contexts.addContext(on.machine(), false);
                    case MAKE_DEFAULT -> contexts.addContext(on.machine(), true);
                    case REMOVE -> contexts.removeContext(on.machine());
                });
    }
}
