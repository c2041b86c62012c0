package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.UnreachableException;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.recreate.Replacement;
import io.quayside.engine.run.ContainerPlan;
import io.quayside.engine.run.ParsedRun;
import io.quayside.engine.run.RunException;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunLine;
import io.quayside.engine.run.RunLineException;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A container that could be: what the form says, what is wrong with it, and the acts that make it. FX thread.
public final class RunViewModel {
    /// Whether the image is on the engine.
    public enum ImageState {
        /// There is no image in the form, or the engine was not asked yet.
        UNKNOWN,
        /// It can be run at once.
        HERE,
        /// It is pulled first.
        MISSING
    }

    private static final RunSurroundings HERE = RunSurroundings.ofThisComputer();

    private final ContainersParts parts;
    private final KeptContainers kept;
    private final ReadOnlyObjectWrapper<RunSpec> spec = new ReadOnlyObjectWrapper<>(RunSpec.detached(""));
    private final ReadOnlyObjectWrapper<Optional<RunFlag>> touched = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RunFault>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ImageState> image = new ReadOnlyObjectWrapper<>(ImageState.UNKNOWN);
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ContainerEdit>> edit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> busy = new ReadOnlyObjectWrapper<>(false);
    private MirrorSnapshot engine = MirrorSnapshot.EMPTY;
    private Subscription listening = () -> {};

    public RunViewModel(ContainersParts parts) {
        this.parts = parts;
        this.kept = new KeptContainers(parts);
    }

    /// Follows the engine from now on.
    void enter() {
        listening.close();
        listening = parts.session()
                .mirror()
                .onChange(now -> parts.fx().run(() -> {
                    engine = now;
                    check();
                }));
        engine = parts.session().mirror().snapshot();
        check();
    }

    void leave() {
        listening.close();
        listening = () -> {};
    }

    public ReadOnlyObjectProperty<RunSpec> specProperty() {
        return spec.getReadOnlyProperty();
    }

    /// The option that was edited last.
    ReadOnlyObjectProperty<Optional<RunFlag>> touchedProperty() {
        return touched.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<RunFault>> faultsProperty() {
        return faults.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ImageState> imageProperty() {
        return image.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// The container that is edited; empty while a new one is made.
    public ReadOnlyObjectProperty<Optional<ContainerEdit>> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /// Whether what was asked for is being done.
    ReadOnlyObjectProperty<Boolean> busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void dismissProblem() {
        problem.set(Optional.empty());
    }

    /// Starts a form for a new container.
    void begin(RunSpec start) {
        edit.set(Optional.empty());
        problem.set(Optional.empty());
        set(start, Optional.empty());
    }

    /// Reads a container to be edited; `then` runs when its fields can be shown.
    void edit(String id, Runnable then) {
        problem.set(Optional.empty());
        task("Reading the container", "Read the container", "read", id)
                .brief()
                .start(context -> ContainerEdit.of(engine(), id), read -> {
                    edit.set(Optional.of(read));
                    set(read.line(), Optional.empty());
                    then.run();
                });
    }

    /// Changes what the form says.
    void change(RunFlag flag, UnaryOperator<RunSpec> change) {
        set(change.apply(spec.get()), Optional.of(flag));
    }

    void image(String name) {
        set(spec.get().withImage(name.strip()), Optional.empty());
    }

    void command(List<String> words) {
        set(spec.get().withCommand(words), Optional.empty());
    }

    /// Takes a line that somebody pasted.
    ///
    /// @return what a shell would have replaced in it, which stays as it is
    List<String> paste(String line) throws RunLineException {
        ParsedRun parsed = RunLine.parse(line, HERE);
        RunSpec kept = parsed.spec().isOn(RunFlag.DETACH)
                ? parsed.spec()
                : parsed.spec().with(RunFlag.DETACH, true);
        set(kept, Optional.empty());
        return parsed.unknown();
    }

    private void set(RunSpec next, Optional<RunFlag> flag) {
        spec.set(next);
        touched.set(flag);
        check();
    }

    private void check() {
        faults.set(RunChecks.of(
                spec.get(), engine, edit.get().map(one -> one.details().id())));
        lookForImage();
    }

    private void lookForImage() {
        String name = spec.get().image();
        image.set(
                name.isEmpty() || engine.images().isEmpty()
                        ? ImageState.UNKNOWN
                        : ImageNamed.isAmong(name, engine.images().get()) ? ImageState.HERE : ImageState.MISSING);
    }

    /// Makes the container.
    ///
    /// @param start whether it is started too
    /// @param created gets its id
    void run(boolean start, Consumer<String> created) {
        RunSpec wanted = spec.get();
        String name = SafeText.line(wanted.value(RunFlag.NAME).orElse(wanted.image()));
        task(start ? "Running " + name : "Creating " + name, start ? "Started " + name : "Created " + name, "run", name)
                .start(context -> new RunWork(engine(), context).run(ContainerPlan.of(wanted, HERE), start), created);
    }

    /// What the container that is edited needs to become what the form says; empty when that can't be said yet.
    Optional<ContainerEdit.Change> change() {
        return edit.get().flatMap(one -> changeTo(one, spec.get()));
    }

    /// Whether one option alone can be changed while the container runs.
    boolean isLive(RunFlag flag) {
        return edit.get()
                .flatMap(one -> changeTo(one, one.line().with(flag, spec.get().values(flag))))
                .filter(change -> !change.needsNew())
                .isPresent();
    }

    private static Optional<ContainerEdit.Change> changeTo(ContainerEdit edit, RunSpec wanted) {
        try {
            return Optional.of(edit.to(wanted, RunChecks.surroundings()));
        } catch (RunException e) {
            return Optional.empty();
        }
    }

    /// Makes the change: while the container runs where that is enough, else with a new container. The old one is kept,
    /// and the task's next step brings it back.
    void apply(Consumer<String> done) {
        Optional<ContainerEdit> edited = edit.get();
        if (edited.isEmpty()) {
            return;
        }
        ContainerEdit one = edited.get();
        RunSpec wanted = spec.get();
        String name = SafeText.line(one.details().name());
        task("Changing " + name, "Changed " + name, "change", name)
                .start(
                        context -> make(one, wanted, context),
                        made -> done.accept(made.map(Replacement::newId)
                                .orElse(one.details().id())),
                        made -> made.map(kept::keep));
    }

    private Optional<Replacement> make(ContainerEdit one, RunSpec wanted, TaskContext context)
            throws EngineException, RunException {
        Engine now = engine();
        ContainerEdit.Change change = one.to(wanted, HERE);
        if (!change.needsNew()) {
            change.applyLive(now);
            return Optional.empty();
        }
        new RunWork(now, context).ensureImage(ContainerPlan.of(wanted, HERE));
        context.detail("Making the new container");
        return Optional.of(change.recreate(now, false));
    }

    private Tasks.Builder task(String going, String done, String verb, String name) {
        busy.set(true);
        return parts.tasks()
                .task(going)
                .doneTitle(done)
                .kind(TaskKind.CONTAINER)
                .location("containers")
                .explain(failure -> failure instanceof RunException said
                        ? new Problem(
                                "Couldn't " + verb + " " + name + ".",
                                SafeText.line(String.valueOf(said.getMessage())),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                "run-option",
                                true)
                        : parts.problems().map(failure, new Attempt(verb, name)))
                .onFailure(found -> problem.set(Optional.of(found)))
                .onEnd(() -> busy.set(false));
    }

    private Engine engine() throws EngineException {
        return parts.session()
                .engine()
                .orElseThrow(() -> new UnreachableException(
                        null,
                        UnreachableException.Reason.OTHER,
                        "the engine",
                        "There is no connection to the engine now",
                        null));
    }
}
