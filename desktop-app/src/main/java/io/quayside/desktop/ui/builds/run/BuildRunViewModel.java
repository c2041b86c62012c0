package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildOutcome;
import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.builds.RunningBuild;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.engine.dockerfile.Dockerfile;
import io.quayside.engine.logs.LogShelf;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/// One build, as it goes on or how it ended. FX thread; the builder's news come at most once in 80 ms.
public final class BuildRunViewModel {
    private static final Duration BATCH = Duration.ofMillis(80);
    private static final Duration TICK = Duration.ofMillis(200);

    private final ContainersParts parts;
    private final Builds builds;
    private final LogShelf shelf;
    private final ReadOnlyObjectWrapper<Optional<BuildRecord>> build = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ShownStep>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<OptionalInt> selected = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyObjectWrapper<Optional<OutputFeed>> feed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FailureText>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Dockerfile>> dockerfile =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StepImage>> stepImage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty all = new SimpleBooleanProperty(true);
    private final TagLook tag;
    private final StepTerminal terminal;
    private final AtomicBoolean pending = new AtomicBoolean();
    private Subscription listening = () -> {};
    private Subscription ticking = () -> {};
    private @Nullable RunningBuild running;
    private String id = "";
    private boolean shown;
    private boolean chosen;
    private boolean turned;
    private boolean asked;
    private boolean looked;
    private boolean imageLooked;

    /// @param openTerminal goes to the terminal of a container
    public BuildRunViewModel(ContainersParts parts, Builds builds, LogShelf shelf, Consumer<String> openTerminal) {
        this.parts = parts;
        this.terminal = new StepTerminal(parts, openTerminal);
        this.builds = builds;
        this.shelf = shelf;
        this.tag = new TagLook(parts);
        all.subscribe((before, now) -> feed());
    }

    public ReadOnlyObjectProperty<Optional<BuildRecord>> buildProperty() {
        return build.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<ShownStep>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// The step that is selected, by its id.
    ReadOnlyObjectProperty<OptionalInt> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// What brings the output that is wanted.
    ReadOnlyObjectProperty<Optional<OutputFeed>> feedProperty() {
        return feed.getReadOnlyProperty();
    }

    /// Why it failed, once its output was looked at.
    ReadOnlyObjectProperty<Optional<FailureText>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// What the step that failed began with, if the engine has it.
    ReadOnlyObjectProperty<Optional<StepImage>> stepImageProperty() {
        return stepImage.getReadOnlyProperty();
    }

    /// What its tag stands for, after a build that gave no image.
    ReadOnlyObjectProperty<String> tagProperty() {
        return tag.wordsProperty();
    }

    /// The Dockerfile as it was when the build began.
    ReadOnlyObjectProperty<Optional<Dockerfile>> dockerfileProperty() {
        return dockerfile.getReadOnlyProperty();
    }

    /// Whether the output of all steps is wanted.
    BooleanProperty allProperty() {
        return all;
    }

    Instant now() {
        return parts.clock().instant();
    }

    /// Shows a build from now on.
    void show(String buildId) {
        if (!buildId.equals(id)) {
            stopFeed();
            chosen = false;
            turned = false;
            asked = false;
            looked = false;
            imageLooked = false;
            selected.set(OptionalInt.empty());
            failure.set(Optional.empty());
            stepImage.set(Optional.empty());
            dockerfile.set(Optional.empty());
            tag.forget();
            all.set(true);
        }
        id = buildId;
        shown = true;
        running = builds.ofSession(buildId).orElse(null);
        listening.close();
        RunningBuild now = running;
        listening = now == null ? builds.onChange(this::news) : now.onChange(this::news);
        refresh();
        feed();
    }

    /// Stops following; the build goes on.
    void leave() {
        shown = false;
        listening.close();
        listening = () -> {};
        ticking.close();
        stopFeed();
    }

    private void news() {
        if (pending.compareAndSet(false, true)) {
            parts.fx().after(BATCH, () -> {
                pending.set(false);
                if (shown) {
                    refresh();
                    feed.get().ifPresent(OutputFeed::more);
                }
            });
        }
    }

    private void refresh() {
        RunningBuild live = running;
        Optional<BuildRecord> now = live != null
                ? Optional.of(live.record())
                : builds.records().stream().filter(one -> one.id().equals(id)).findFirst();
        build.set(now);
        now.ifPresent(this::refresh);
    }

    private void refresh(BuildRecord now) {
        if (!asked && (!now.isRunning() || !now.steps().isEmpty())) {
            asked = true;
            readDockerfile();
        }
        RunningBuild live = running;
        steps.set(ShownStep.of(
                now,
                dockerfile.get(),
                step -> live == null ? List.of() : live.steps().fetching(step),
                now()));
        if (!chosen) {
            follow(now);
        }
        ticking.close();
        if (now.isRunning()) {
            ticking = parts.fx().after(TICK, this::refresh);
        } else if (!looked) {
            looked = true;
            look(now);
        }
    }

    /// Until somebody chooses a step, the one at work is selected, or the one that failed.
    private void follow(BuildRecord now) {
        Optional<BuildStep> failed = last(now, BuildStep.State.FAILED);
        Optional<BuildStep> current =
                failed.or(() -> last(now, BuildStep.State.RUNNING)).or(() -> last(now, BuildStep.State.STOPPED));
        current.ifPresent(step -> selected.set(OptionalInt.of(step.id())));
        if (failed.isPresent() && !now.isRunning() && !turned) {
            turned = true;
            all.set(false);
        }
        feed();
    }

    private static Optional<BuildStep> last(BuildRecord build, BuildStep.State state) {
        return build.steps().stream().filter(step -> step.state() == state).reduce((first, second) -> second);
    }

    /// Somebody wants to see a step.
    void select(int step) {
        chosen = true;
        selected.set(OptionalInt.of(step));
        all.set(false);
        feed();
    }

    private static Optional<BuildStep> in(BuildRecord build, int step) {
        return build.steps().stream().filter(one -> one.id() == step).findFirst();
    }

    private void feed() {
        if (id.isEmpty() || build.get().isEmpty()) {
            return;
        }
        int wanted = all.get() ? OutputFeed.ALL : selected.get().orElse(OutputFeed.ALL);
        if (feed.get().filter(now -> now.wanted() == wanted).isPresent()) {
            return;
        }
        stopFeed();
        RunningBuild live = running;
        BuildRecord ended = build.get().get();
        OutputFeed next = new OutputFeed(
                builds.history().output(id),
                shelf.store(shelfName(wanted)),
                wanted,
                step -> in(live == null ? ended : live.record(), step));
        feed.set(Optional.of(next));
        next.more();
    }

    private String shelfName(int wanted) {
        return "build/" + id + "/" + wanted;
    }

    private void stopFeed() {
        feed.get().ifPresent(now -> {
            now.stop();
            shelf.discard(shelfName(now.wanted()));
        });
        feed.set(Optional.empty());
    }

    private void readDockerfile() {
        String whose = id;
        parts.tasks().task("Reading the Dockerfile of a build").brief().start(context -> kept(whose), text -> {
            if (whose.equals(id) && shown) {
                dockerfile.set(text);
                refresh();
            }
        });
    }

    private Optional<Dockerfile> kept(String whose) {
        try {
            return Optional.of(Dockerfile.of(builds.history().dockerfile(whose)));
        } catch (IOException e) {
            return Optional.empty(); // it isn't kept any more
        }
    }

    /// What only a build that is over has: why it failed, and what its tag stands for.
    private void look(BuildRecord over) {
        if (over.outcome() == BuildOutcome.BUILT) {
            return;
        }
        tag.look(over);
        if (over.outcome() != BuildOutcome.FAILED) {
            return;
        }
        Optional<BuildStep> failed = last(over, BuildStep.State.FAILED);
        String whose = id;
        imageLooked = failed.isEmpty();
        parts.tasks().task("Reading the output of a build").brief().start(context -> lines(whose, failed), lines -> {
            if (whose.equals(id)) {
                failure.set(Optional.of(FailureText.of(over.words(), lines)));
            }
        });
        failed.ifPresent(step -> parts.tasks()
                .task("Looking for the image of a step")
                .brief()
                .start(context -> stepImage(step, over), image -> {
                    if (whose.equals(id)) {
                        imageLooked = true;
                        stepImage.set(image);
                    }
                }));
    }

    private Optional<StepImage> stepImage(BuildStep failed, BuildRecord over) {
        try {
            return StepImage.before(failed, over, builds.history().output(over.id()))
                    .filter(terminal::isThere);
        } catch (IOException e) {
            return Optional.empty(); // it isn't kept any more
        }
    }

    /// Opens a shell in what the step that failed began with.
    void openTerminal() {
        build.get().ifPresent(now -> stepImage.get().ifPresent(image -> terminal.start(now, image)));
    }

    private List<String> lines(String whose, Optional<BuildStep> failed) {
        try {
            return failed.isPresent() ? LastLines.of(builds.history().output(whose), failed.get()) : List.of();
        } catch (IOException e) {
            return List.of(); // it isn't kept any more: the builder's words have to do
        }
    }

    /// Ends it.
    void cancel() {
        Optional.ofNullable(running).ifPresent(RunningBuild::cancel);
    }

    /// Builds the same once more.
    Optional<RunningBuild> again() {
        return build.get().map(BuildRecord::request).map(builds::start);
    }

    /// Whether everything that was asked for is here.
    boolean settled() {
        boolean over = build.get().filter(now -> !now.isRunning()).isPresent();
        boolean explained =
                build.get().filter(now -> now.outcome() == BuildOutcome.FAILED).isEmpty()
                        || (failure.get().isPresent() && imageLooked);
        return build.get().isEmpty()
                || (over && explained && feed.get().filter(now -> !now.isDone()).isEmpty());
    }
}
