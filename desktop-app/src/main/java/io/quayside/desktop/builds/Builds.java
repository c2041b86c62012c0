package io.quayside.desktop.builds;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.engine.Engine;
import io.quayside.engine.build.BuildException;
import io.quayside.engine.build.BuildSpec;
import io.quayside.engine.build.ImageBuilder;
import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.credential.Login;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ImageDetails;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts builds, each as a task that goes on whatever the window shows, and knows those that are at work. Starting is
/// for the FX thread; everything else for any.
public final class Builds {
    /// Says which builder an engine gets. May ask programs; not for the FX thread.
    @FunctionalInterface
    public interface Chooser {
        ImageBuilder choose(Engine engine) throws EngineException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Builds.class);
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_DOCKERFILE = 1 << 20;

    private final EngineSession session;
    private final Tasks tasks;
    private final BuildHistory history;
    private final RegistryLogins logins;
    private final ProblemMapper problems;
    private final InstantSource clock;
    private final Chooser chooser;
    private final Consumer<String> run;
    private final Map<String, RunningBuild> builds = new ConcurrentHashMap<>();

    /// @param logins for the registries of base images
    /// @param chooser of the builder
    /// @param run opens the form for a container of an image
    public Builds(
            EngineSession session,
            Tasks tasks,
            BuildHistory history,
            RegistryLogins logins,
            ProblemMapper problems,
            InstantSource clock,
            Chooser chooser,
            Consumer<String> run) {
        this.session = session;
        this.tasks = tasks;
        this.history = history;
        this.logins = logins;
        this.problems = problems;
        this.clock = clock;
        this.chooser = chooser;
        this.run = run;
    }

    /// The builder that builds on an engine. Asks programs; not for the FX thread.
    public ImageBuilder builder(Engine engine) throws EngineException {
        return chooser.choose(engine);
    }

    public BuildHistory history() {
        return history;
    }

    /// A build of this session, at work or over.
    public Optional<RunningBuild> ofSession(String id) {
        return Optional.ofNullable(builds.get(id));
    }

    /// All that are known, the newest first, those at work as far as they are now.
    public List<BuildRecord> records() {
        return history.records().stream()
                .map(kept -> ofSession(kept.id()).map(RunningBuild::record).orElse(kept))
                .toList();
    }

    /// Hears when a build begins, gets on or ends, or is forgotten, on any thread.
    public Subscription onChange(Runnable listener) {
        return history.onChange(listener);
    }

    /// Begins a build.
    public RunningBuild start(BuildRequest request) {
        Instant now = clock.instant();
        String id = ID.format(now) + "-"
                + Integer.toHexString(0x100000 + ThreadLocalRandom.current().nextInt(0xf00000));
        String engine = session.choice().map(EngineChoice::title).orElse("");
        RunningBuild build = new RunningBuild(BuildRecord.beginning(id, request, engine, now), history, clock);
        builds.put(id, build);
        String title = SafeText.line(request.title());
        build.began(tasks.task("Building " + title)
                .doneTitle("Built " + title)
                .kind(TaskKind.BUILD)
                .location("build-run/" + id)
                .explain(failure -> explain(failure, title, build))
                .start(context -> work(build, context), ignored -> {}, this::next));
        return build;
    }

    private Optional<AppTask.NextStep> next(BuildRecord built) {
        return Optional.of(built.request().tags().stream()
                        .findFirst()
                        .or(built::imageId)
                        .orElse(""))
                .filter(reference -> !reference.isEmpty())
                .map(reference -> new AppTask.NextStep("Run", () -> run.accept(reference)));
    }

    private Problem explain(Throwable failure, String title, RunningBuild build) {
        return failure instanceof BuildException own
                ? BuildFailure.problem(own, title, build.record())
                : problems.map(failure, new Attempt("build", title));
    }

    private BuildRecord work(RunningBuild build, TaskContext context) throws BuildException, EngineException {
        boolean good = false;
        BuildFailure why = BuildFailure.none();
        try {
            String dockerfile = dockerfile(build.request());
            build.keep(dockerfile);
            Engine engine = session.connected();
            ImageBuilder builder = builder(engine);
            build.by(builder.name());
            BuildTelling telling = new BuildTelling(context);
            String image = builder.build(
                    spec(build.request(), dockerfile, builder), build.request().folder(), event -> {
                        build.take(event);
                        telling.tell(event, build);
                    });
            good = true;
            build.built(image, facts(engine, image));
            telling.done(build.record());
            return build.record();
        } catch (BuildException | EngineException e) {
            why = BuildFailure.of(e);
            throw e;
        } finally {
            if (!good) {
                build.over(context.isCancelled() ? BuildOutcome.CANCELLED : BuildOutcome.FAILED, why);
            }
        }
    }

    private BuildSpec spec(BuildRequest request, String dockerfile, ImageBuilder builder) {
        return new BuildSpec(
                request.dockerfile(),
                request.tags(),
                request.arguments(),
                request.labels(),
                request.target(),
                request.platform(),
                request.network(),
                request.noCache(),
                request.pull(),
                loginsFor(dockerfile, request.arguments(), builder),
                request.secrets());
    }

    /// Those for the registries of base images, no others: a builder has no business with the rest.
    private List<Login> loginsFor(String dockerfile, Map<String, String> arguments, ImageBuilder builder) {
        Map<String, Login> found = new LinkedHashMap<>();
        for (String image : BaseImages.of(dockerfile, arguments)) {
            try {
                Optional<Login> login =
                        builder.readsKeptLogins() ? logins.ofSessionForImage(image) : logins.loginForImage(image);
                login.ifPresent(known -> found.put(known.server(), known));
            } catch (CredentialException e) {
                // As with pulls: a login that can't be read is none, and the registry says whether it wants one.
                LOG.warn("The login for {} can't be read: {}", image, e.getMessage());
            }
        }
        return List.copyOf(found.values());
    }

    /// As it is now; empty where it can't be read, which the builder then says in its own way.
    private static String dockerfile(BuildRequest request) {
        try (InputStream in = Files.newInputStream(request.folder().resolve(request.dockerfile()))) {
            return new String(in.readNBytes(LONGEST_DOCKERFILE), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("The Dockerfile can't be read", e);
            return "";
        }
    }

    /// The image may be gone again already: then only its id is known.
    private static Optional<BuiltImage> facts(Engine engine, String image) {
        try {
            ImageDetails details = engine.images().inspect(image);
            return Optional.of(new BuiltImage(details.size(), details.os() + "/" + details.architecture()));
        } catch (EngineException e) {
            LOG.debug("The new image can't be inspected", e);
            return Optional.empty();
        }
    }
}
