package io.quayside.desktop.ui.run;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.compose.ComposeReading;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.files.ChangeMarks;
import io.quayside.engine.files.MountMarks;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ImageDetails;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.model.Network;
import io.quayside.engine.recreate.ContainerEdit;
import io.quayside.engine.recreate.Replacement;
import io.quayside.engine.run.ContainerPlan;
import io.quayside.engine.run.EnvFile;
import io.quayside.engine.run.ParsedRun;
import io.quayside.engine.run.RunException;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunLine;
import io.quayside.engine.run.RunLineException;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    private static final ContainerConfig NOTHING = ContainerConfig.builder().build();

    private final ContainersParts parts;
    private final KeptContainers kept;
    private final RunTasks tasks;
    private final ReadOnlyObjectWrapper<RunSpec> spec = new ReadOnlyObjectWrapper<>(RunSpec.detached(""));
    private final ReadOnlyObjectWrapper<Optional<RunFlag>> touched = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<RunFault>> faults = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ImageState> image = new ReadOnlyObjectWrapper<>(ImageState.UNKNOWN);
    private final ReadOnlyObjectWrapper<Optional<ContainerEdit>> edit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> lost = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<EngineFigures> machine = new ReadOnlyObjectWrapper<>(EngineFigures.UNKNOWN);
    private final ReadOnlyObjectWrapper<ContainerConfig> inherited = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<List<RunCheck>> checks = new ReadOnlyObjectWrapper<>(List.of());
    private final ImageFacts facts;
    private final EngineLook look;
    private final PullSize pullSize;
    private final ComposeRead compose;
    private MirrorSnapshot engine = MirrorSnapshot.EMPTY;
    private Subscription listening = () -> {};

    public RunViewModel(ContainersParts parts) {
        this.parts = parts;
        this.kept = new KeptContainers(parts);
        this.tasks = new RunTasks(parts);
        this.facts = new ImageFacts(parts);
        this.look = new EngineLook(parts);
        this.pullSize = new PullSize(parts);
        this.compose = new ComposeRead(parts);
        facts.detailsProperty().subscribe(ignored -> {
            inherit();
            lookAhead();
        });
        look.seenProperty().subscribe(ignored -> {
            askSize();
            lookAhead();
        });
        pullSize.sizeProperty().subscribe(ignored -> lookAhead());
    }

    /// Follows the engine from now on.
    void enter() {
        listening.close();
        listening = Subscription.all(
                parts.session()
                        .mirror()
                        .onChange(now -> parts.fx().run(() -> {
                            engine = now;
                            check();
                        })),
                parts.session()
                        .onFigures(now -> parts.fx().run(() -> {
                            machine.set(now);
                            lookAhead();
                        })));
        look.forget();
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
        return tasks.problemProperty();
    }

    /// The container that is edited; empty while a new one is made.
    public ReadOnlyObjectProperty<Optional<ContainerEdit>> editProperty() {
        return edit.getReadOnlyProperty();
    }

    /// How many of its own files the container that is edited has changed, once that is known.
    ReadOnlyObjectProperty<OptionalInt> lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /// What the compose file of the container that is edited says, once it was read.
    ReadOnlyObjectProperty<Optional<ComposeReading>> composeProperty() {
        return compose.readingProperty();
    }

    /// What the image says by itself; nothing until that is known.
    ReadOnlyObjectProperty<ContainerConfig> inheritedProperty() {
        return inherited.getReadOnlyProperty();
    }

    /// What the engine's machine has.
    ReadOnlyObjectProperty<EngineFigures> machineProperty() {
        return machine.getReadOnlyProperty();
    }

    /// What there is to choose from.
    List<String> volumes() {
        return EngineNames.volumes(engine);
    }

    List<Network> networks() {
        return EngineNames.networks(engine);
    }

    /// All containers, by name.
    List<Container> containers() {
        return EngineNames.containers(engine);
    }

    /// The container that is edited, as last heard of.
    Optional<Container> edited() {
        return edit.get().flatMap(one -> engine.container(one.details().id()));
    }

    Instant now() {
        return parts.clock().instant();
    }

    /// Images that could be meant by a text.
    List<Suggestion> suggestions(String text) {
        return Suggestions.of(text, engine);
    }

    /// What is asked for in the background.
    RunTasks tasks() {
        return tasks;
    }

    /// What is known before it runs.
    ReadOnlyObjectProperty<List<RunCheck>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    /// In what the form differs from the container that is edited; nothing while a new one is made.
    List<SpecChange> changes() {
        return edit.get().map(one -> SpecChange.between(one.line(), spec.get())).orElse(List.of());
    }

    /// Takes one change back.
    void undo(SpecChange change) {
        set(change.undo().apply(spec.get()), change.flag());
    }

    /// Takes all changes back.
    void reset() {
        edit.get().ifPresent(one -> set(one.line(), Optional.empty()));
    }

    /// Whether a change can be made while the container runs.
    boolean isLive(SpecChange change) {
        return change.flag().filter(this::isLive).isPresent();
    }

    void dismissProblem() {
        tasks.dismissProblem();
    }

    /// Starts a form for a new container.
    void begin(RunSpec start) {
        edit.set(Optional.empty());
        tasks.dismissProblem();
        set(start, Optional.empty());
    }

    /// Takes what another container is made from; `then` runs when the fields can show it.
    void startFrom(String id, Runnable then) {
        tasks.task("Reading the container", "Read the container", "read", id)
                .brief()
                .start(context -> ContainerEdit.of(parts.connected(), id), read -> {
                    begin(StartFrom.line(read.line()));
                    then.run();
                });
    }

    /// Reads a container to be edited; `then` runs when its fields can be shown.
    void edit(String id, Runnable then) {
        tasks.dismissProblem();
        tasks.task("Reading the container", "Read the container", "read", id)
                .brief()
                .start(context -> ContainerEdit.of(parts.connected(), id), read -> {
                    edit.set(Optional.of(read));
                    set(read.line(), Optional.empty());
                    then.run();
                    countLost(read);
                    compose.follow(read);
                });
    }

    private void countLost(ContainerEdit read) {
        lost.set(OptionalInt.empty());
        tasks.task(
                        "Looking at the files",
                        "Looked at the files",
                        "look at",
                        SafeText.line(read.details().name()))
                .brief()
                .onFailure(ignored -> {}) // then it isn't said how many
                .start(
                        context -> ChangeMarks.of(
                                        parts.connected()
                                                .containers()
                                                .changes(read.details().id()),
                                        MountMarks.of(read.details()))
                                .all()
                                .size(),
                        count -> {
                            if (edit.get().filter(read::equals).isPresent()) {
                                lost.set(OptionalInt.of(count));
                            }
                        });
    }

    /// Makes those changes that can be made while the container runs; the others stay in the form.
    void applyLive(Runnable done) {
        Optional<ContainerEdit> edited = edit.get();
        if (edited.isEmpty()) {
            return;
        }
        ContainerEdit one = edited.get();
        RunSpec wanted = one.line();
        for (SpecChange change : changes()) {
            if (isLive(change)) {
                RunFlag flag = change.flag().orElseThrow();
                wanted = wanted.with(flag, spec.get().values(flag));
            }
        }
        RunSpec live = wanted;
        String name = SafeText.line(one.details().name());
        tasks.follow(tasks.task("Changing " + name, "Changed " + name, "change", name)
                .start(
                        context -> {
                            one.to(live, HERE).applyLive(parts.connected());
                            return ContainerEdit.of(
                                    parts.connected(), one.details().id());
                        },
                        read -> {
                            RunSpec next = withLater(read.line());
                            edit.set(Optional.of(read));
                            set(next, Optional.empty());
                            done.run();
                        }));
    }

    /// Changes what the form says.
    void change(RunFlag flag, UnaryOperator<RunSpec> change) {
        set(change.apply(spec.get()), Optional.of(flag));
    }

    void fix(RunFault.Fix fix) {
        set(fix.change().apply(spec.get()), touched.get());
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

    /// Puts the variables of a file in the place of those with the same names.
    void load(EnvFile variables) {
        change(RunFlag.ENV, now -> VariablesFile.into(now, variables));
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
        Optional<ImageSummary> found =
                engine.images().filter(ignored -> !name.isEmpty()).flatMap(all -> ImageNamed.among(all, name));
        image.set(
                name.isEmpty() || engine.images().isEmpty()
                        ? ImageState.UNKNOWN
                        : found.isPresent() ? ImageState.HERE : ImageState.MISSING);
        facts.follow(found);
        askSize();
        inherit();
        look.follow(BindSource.of(spec.get()).stream().map(BindSource::path).collect(Collectors.toSet()));
        lookAhead();
    }

    private void askSize() {
        boolean missing = image.get() == ImageState.MISSING;
        Optional<String> wanted = spec.get().value(RunFlag.PLATFORM);
        String platform = wanted.orElseGet(() -> look.seenProperty()
                .get()
                .engine()
                .map(engine -> Platforms.of(engine.osType(), engine.architecture()))
                .orElse(""));
        String[] parts = platform.split("/", -1);
        pullSize.follow(missing ? spec.get().image() : "", parts.length > 1 ? parts[1] : "");
    }

    private void lookAhead() {
        List<RunCheck> next = new BeforeRun(
                        spec.get(),
                        image.get(),
                        facts.detailsProperty().get(),
                        pullSize.sizeProperty().get(),
                        faults.get(),
                        engine,
                        machine.get(),
                        look.seenProperty().get(),
                        parts.clock().instant())
                .checks();
        if (!next.equals(checks.get())) {
            checks.set(next);
        }
    }

    /// The name of the image that a container was made from may stand for a newer one by now.
    private void inherit() {
        Optional<ContainerConfig> own = edit.get()
                .filter(one -> one.line().image().equals(spec.get().image()))
                .map(ContainerEdit::image);
        ContainerConfig next = own.or(() -> facts.detailsProperty().get().map(ImageDetails::config))
                .orElse(NOTHING);
        if (!next.equals(inherited.get())) {
            inherited.set(next);
        }
    }

    /// Makes the container.
    ///
    /// @param start whether it is started too
    /// @param created gets its id
    void run(boolean start, Consumer<String> created) {
        RunSpec wanted = spec.get();
        String name = SafeText.line(wanted.value(RunFlag.NAME).orElse(wanted.image()));
        tasks.follow(tasks.task(
                        start ? "Running " + name : "Creating " + name,
                        start ? "Started " + name : "Created " + name,
                        "run",
                        name)
                .start(
                        context -> new RunWork(parts.connected(), parts.logins(), context)
                                .run(ContainerPlan.of(wanted, HERE), start),
                        created));
    }

    /// What the engine says now, with those changes that need a new container. It may say more than was asked for, such
    /// as another limit of swap beside one of memory.
    private RunSpec withLater(RunSpec now) {
        RunSpec next = now;
        for (SpecChange change : changes()) {
            if (!isLive(change)) {
                next = switch (change.part()) {
                    case IMAGE -> next.withImage(spec.get().image());
                    case COMMAND -> next.withCommand(spec.get().command());
                    case OPTION -> {
                        RunFlag flag = change.flag().orElseThrow();
                        yield next.with(flag, spec.get().values(flag));
                    }
                };
            }
        }
        return next;
    }

    /// What the container that is edited needs to become what the form says; empty when that can't be said yet.
    Optional<ContainerEdit.Change> change() {
        return edit.get().flatMap(one -> changeTo(one, spec.get()));
    }

    /// Whether the change makes a container that is started at once.
    boolean startsAnew() {
        boolean runs = edit.get()
                .filter(one -> one.details().condition().state().hasProcesses())
                .isPresent();
        return runs && change().filter(ContainerEdit.Change::needsNew).isPresent();
    }

    /// Whether one option alone can be changed while the container runs.
    boolean isLive(RunFlag flag) {
        return edit.get()
                .flatMap(one -> changeTo(one, NetworkWords.changedAlone(one.line(), spec.get(), flag)))
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
        tasks.follow(tasks.task("Changing " + name, "Changed " + name, "change", name)
                .start(
                        context -> make(one, wanted, context),
                        made -> done.accept(made.map(Replacement::newId)
                                .orElse(one.details().id())),
                        made -> made.map(kept::keep)));
    }

    private Optional<Replacement> make(ContainerEdit one, RunSpec wanted, TaskContext context)
            throws EngineException, RunException {
        Engine now = parts.connected();
        ContainerEdit.Change change = one.to(wanted, HERE);
        if (!change.needsNew()) {
            change.applyLive(now);
            return Optional.empty();
        }
        new RunWork(now, parts.logins(), context).ensureImage(ContainerPlan.of(wanted, HERE));
        context.detail("Making the new container");
        Replacement made = change.recreate(now, false);
        context.outcome(KeptContainers.words(one.details().labels(), made.aside()));
        return Optional.of(made);
    }
}
