package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.compose.ComposeWords;
import io.quayside.desktop.compose.FilesWatch;
import io.quayside.desktop.compose.KeptProject;
import io.quayside.desktop.compose.Project;
import io.quayside.desktop.compose.RunItem;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.containers.ConnectionState;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One project: its containers as the engine has them, its files as Docker Compose reads them, and what is done with
/// it.
/// FX thread.
public final class ProjectViewModel extends ViewLifecycle {
    private static final Duration PAINT = Duration.ofMillis(200);
    /// Times of what is at work change by the second, ages hardly.
    private static final Duration TICK = Duration.ofSeconds(1);

    private static final Duration SLOW_TICK = Duration.ofSeconds(10);

    /// What Docker Compose said about the files.
    ///
    /// @param missing the first file that isn't there any more
    record Reading(Optional<ComposeModel> model, Optional<Problem> fault, Optional<Path> missing) {
        static final Reading NONE = new Reading(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private final ComposeParts compose;
    private final ContainersParts parts;
    private final ConnectionState connection;
    private final ReadOnlyObjectWrapper<Optional<Project>> project = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(Reading.NONE);
    private final ReadOnlyObjectWrapper<List<ServiceLine>> services = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ComposeRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Runnable> painters = new ArrayList<>();
    private String name = "";
    private MirrorSnapshot snapshot = MirrorSnapshot.EMPTY;
    private List<KeptProject> kept = List.of();
    private Optional<ComposeSource> source = Optional.empty();
    private Subscription watch = () -> {};
    private Subscription following = () -> {};
    private Subscription tick = () -> {};
    private boolean painting;
    private int readings;
    private int read;

    public ProjectViewModel(ComposeParts compose) {
        this.compose = compose;
        this.parts = compose.parts();
        this.connection = new ConnectionState(parts);
    }

    /// Shows this project from now on.
    public void show(String project) {
        if (!project.equals(name)) {
            name = project;
            source = Optional.empty();
            reading.set(Reading.NONE);
            unwatch();
        }
        if (isShown()) {
            update();
        }
    }

    @Override
    protected void onShown() {
        whileShown(parts.session().onStatus(status -> parts.fx().run(() -> status(status))));
        whileShown(compose.runs().kept().onChange(now -> parts.fx().run(() -> take(now))));
        whileShown(parts.session().mirror().onChange(now -> parts.fx().run(() -> take(now))));
        whileShown(compose.runs().onChange(ignored -> parts.fx().run(this::update)));
        tickLater();
        whileShown(() -> tick.close());
        whileShown(this::unwatch);
        whileShown(() -> following.close());
    }

    @Override
    protected void onHidden() {
        connection.hidden();
        source = Optional.empty();
        run.set(Optional.empty());
    }

    private void unwatch() {
        watch.close();
        watch = () -> {};
    }

    private void tickLater() {
        boolean working = run.get().filter(ComposeRun::isRunning).isPresent();
        tick = parts.fx().after(working ? TICK : SLOW_TICK, () -> {
            paint();
            tickLater();
        });
    }

    public String name() {
        return name;
    }

    public String title() {
        return SafeText.line(name);
    }

    public ReadOnlyObjectProperty<Optional<Project>> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<ServiceLine>> servicesProperty() {
        return services.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Reading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /// What is done with it, or was last.
    public ReadOnlyObjectProperty<Optional<ComposeRun>> runProperty() {
        return run.getReadOnlyProperty();
    }

    public ConnectionState connection() {
        return connection;
    }

    /// What the files say, if they can be read.
    public Optional<ComposeModel> model() {
        return reading.get().model();
    }

    public Set<String> profiles() {
        return source.map(ComposeSource::profiles).orElse(Set.of());
    }

    public Instant now() {
        return parts.clock().instant();
    }

    public MirrorSnapshot snapshot() {
        return snapshot;
    }

    /// Runs it each time that something is to be painted anew, at most five times a second.
    void onPaint(Runnable painter) {
        painters.add(painter);
    }

    /// Whether all is known that will be shown.
    public boolean settled() {
        return !snapshot.isUnknown() && readings == read;
    }

    /// Switches a profile on or off from now on.
    public void profile(String profile, boolean on) {
        source.ifPresent(files -> {
            Set<String> next = new java.util.TreeSet<>(files.profiles());
            if (on) {
                next.add(profile);
            } else {
                next.remove(profile);
            }
            String whose = name;
            parts.tasks()
                    .task("Choosing profiles of " + title())
                    .brief()
                    .start(
                            context -> {
                                compose.runs().kept().profiles(whose, files, next);
                                return whose;
                            },
                            ignored -> {});
        });
    }

    private void take(MirrorSnapshot now) {
        if (isShown()) {
            connection.snapshot(now);
            snapshot = now;
            update();
        }
    }

    private void take(List<KeptProject> now) {
        kept = now;
        update();
    }

    private void status(EngineStatus status) {
        connection.status(status);
        if (status instanceof EngineStatus.Connected && isShown()) {
            source.ifPresent(this::read);
        }
    }

    private void update() {
        if (!isShown()) {
            return;
        }
        Optional<Project> now = Project.all(snapshot, kept).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        project.set(now);
        Optional<ComposeSource> files = now.flatMap(Project::source);
        if (!files.equals(source)) {
            boolean same =
                    files.map(one -> one.withProfiles(Set.of())).equals(source.map(one -> one.withProfiles(Set.of())));
            source = files;
            if (!same) {
                unwatch();
                source.ifPresentOrElse(this::watch, () -> reading.set(Reading.NONE));
            }
        }
        Optional<ComposeRun> last = compose.runs().of(name);
        if (!last.equals(run.get())) {
            following.close();
            following = last.map(one -> one.onChange(() -> parts.fx().run(this::paintSoon)))
                    .orElse(() -> {});
            run.set(last);
            tick.close();
            tickLater();
        }
        paint();
    }

    /// Reads them now, and again whenever one of them changes.
    private void watch(ComposeSource files) {
        List<Path> all = new ArrayList<>(files.files());
        all.addAll(
                files.environmentFiles().isEmpty()
                        ? List.of(files.folder().resolve(".env"))
                        : files.environmentFiles());
        watch = FilesWatch.on(all, () -> parts.fx().run(() -> read(files)));
    }

    private void read(ComposeSource files) {
        if (!isShown()) {
            return;
        }
        int mine = ++readings;
        Attempt attempt = new Attempt("read the files of", title());
        parts.tasks()
                .task("Reading the files of " + title())
                .brief()
                .onEnd(() -> read = Math.max(read, mine))
                .start(context -> reading(files, attempt), now -> {
                    if (mine == readings) {
                        read = mine;
                        reading.set(now);
                        update();
                    }
                });
    }

    private Reading reading(ComposeSource files, Attempt attempt) throws InterruptedException {
        Optional<Path> missing =
                files.files().stream().filter(file -> !Files.exists(file)).findFirst();
        if (missing.isPresent()) {
            return new Reading(Optional.empty(), Optional.empty(), missing);
        }
        try {
            ComposeModel model = compose.runs().calls().connect().read(files);
            return new Reading(Optional.of(model), Optional.empty(), Optional.empty());
        } catch (ComposeException e) {
            return new Reading(
                    Optional.empty(),
                    Optional.of(ComposeWords.problem(e, attempt, parts.problems())
                            .withActions(
                                    e instanceof ComposeException.Missing
                                            ? List.of(new Problem.Action("Try again", () -> read(files)))
                                            : List.of())),
                    Optional.empty());
        } catch (EngineException e) {
            // The banner of the connection says it already.
            return Reading.NONE;
        }
    }

    private void paintSoon() {
        if (!painting && isShown()) {
            painting = true;
            parts.fx().after(PAINT, () -> {
                painting = false;
                paint();
            });
        }
    }

    private void paint() {
        if (!isShown()) {
            return;
        }
        List<RunItem> working =
                run.get().filter(ComposeRun::isRunning).map(ComposeRun::items).orElse(List.of());
        services.set(project.get()
                .map(one -> ServiceLine.of(one, model(), profiles(), working, snapshot.live(), now()))
                .orElse(List.of()));
        painters.forEach(Runnable::run);
    }
}
