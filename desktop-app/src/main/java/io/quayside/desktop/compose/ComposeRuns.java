package io.quayside.desktop.compose;

import io.quayside.desktop.compose.ComposeRecord.Outcome;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.Listeners;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeEvent;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeService;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.logs.LogShelf;
import io.quayside.engine.logs.LogStore;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Starts what Docker Compose does, each as a task that goes on whatever the window shows, and keeps the last one of
/// each
/// project. Starting is for the FX thread; everything else for any.
public final class ComposeRuns {
    private final EngineSession session;
    private final Tasks tasks;
    private final ComposeCalls calls;
    private final KeptProjects kept;
    private final LogShelf shelf;
    private final ProblemMapper problems;
    private final InstantSource clock;
    private final Map<String, ComposeRun> runs = new ConcurrentHashMap<>();
    private final Listeners<String> listeners = new Listeners<>();
    private final AtomicLong count = new AtomicLong();

    /// @param shelf keeps what is printed while this program runs
    public ComposeRuns(
            EngineSession session,
            Tasks tasks,
            ComposeCalls calls,
            KeptProjects kept,
            LogShelf shelf,
            ProblemMapper problems,
            InstantSource clock) {
        this.session = session;
        this.tasks = tasks;
        this.calls = calls;
        this.kept = kept;
        this.shelf = shelf;
        this.problems = problems;
        this.clock = clock;
    }

    public ComposeCalls calls() {
        return calls;
    }

    public KeptProjects kept() {
        return kept;
    }

    /// The last one of a project, until it is dismissed.
    public Optional<ComposeRun> of(String project) {
        return Optional.ofNullable(runs.get(project));
    }

    public boolean isRunning(String project) {
        return of(project).filter(ComposeRun::isRunning).isPresent();
    }

    /// Hears the name of a project of which a run began, ended or was dismissed, on any thread.
    public Subscription onChange(java.util.function.Consumer<String> listener) {
        return listeners.add(listener);
    }

    /// It isn't shown any more, and what it printed isn't kept; one at work stays. FX thread.
    public void dismiss(ComposeRun run) {
        if (!run.isRunning() && runs.remove(run.project(), run)) {
            listeners.tell(run.project());
            run.discardOutputs();
        }
    }

    /// Begins, unless something is done with the project already.
    ///
    /// @param source its files, where they are known; what needs none goes by the labels else
    /// @param model what the files say, if they were read
    public Optional<ComposeRun> start(
            String project, Optional<ComposeSource> source, Optional<ComposeModel> model, ComposeAction action) {
        if (isRunning(project)) {
            return Optional.empty();
        }
        MirrorSnapshot snapshot = session.mirror().snapshot();
        long number = count.incrementAndGet();
        RunSteps steps = new RunSteps(project, model, containers(snapshot, project), clock);
        Set<String> profiles = source.map(ComposeSource::profiles).orElse(Set.of());
        model.ifPresent(files -> expect(files, profiles, action, snapshot, steps));
        String outputs = "compose/" + number + "/";
        ComposeRun run = new ComposeRun(project, action, steps, clock, new ComposeRun.Outputs() {
            @Override
            public LogStore open(String service) {
                return shelf.store(outputs + service);
            }

            @Override
            public void discard(String service) {
                shelf.discard(outputs + service);
            }
        });
        Optional<ComposeRun> before = Optional.ofNullable(runs.put(project, run));
        run.began(tasks.task(ComposeWords.running(action, project))
                .doneTitle(ComposeWords.done(action, project))
                .kind(TaskKind.COMPOSE)
                .location("project/" + project)
                .explain(failure -> problem(failure, run, model))
                .start(context -> work(run, source, model, context)));
        listeners.tell(project);
        // Whoever showed it shows the new one by now.
        before.ifPresent(ComposeRun::discardOutputs);
        return Optional.of(run);
    }

    private Problem problem(Throwable failure, ComposeRun run, Optional<ComposeModel> model) {
        return ComposeConflict.named(
                ComposeWords.problem(failure, run.action(), run.project(), problems),
                session.mirror().snapshot(),
                model);
    }

    private ComposeRun work(
            ComposeRun run, Optional<ComposeSource> source, Optional<ComposeModel> model, TaskContext context)
            throws ComposeException, EngineException, InterruptedException {
        Outcome outcome = Outcome.FAILED;
        Optional<Problem> why = Optional.empty();
        String words = "";
        try {
            calls.connect().run(source(run, source), run.action(), event -> {
                run.take(event);
                tell(run, context);
            });
            outcome = Outcome.DONE;
            context.outcome(summary(run));
            return run;
        } catch (ComposeException | EngineException e) {
            if (!context.isCancelled()) {
                words = String.valueOf(e.getMessage());
                why = Optional.of(problem(e, run, model));
            }
            throw e;
        } finally {
            Outcome end = context.isCancelled() && outcome != Outcome.DONE ? Outcome.CANCELLED : outcome;
            String engine = session.choice().map(EngineChoice::title).orElse("");
            Instant now = clock.instant();
            ComposeRecord record = new ComposeRecord(
                    ComposeWords.command(run.action()),
                    run.action() instanceof ComposeAction.Up && end == Outcome.DONE,
                    run.begun(),
                    now,
                    end,
                    words,
                    engine);
            run.over(record, why);
            kept.done(run.project(), record);
            listeners.tell(run.project());
        }
    }

    /// The files; where they aren't there any more, what is there can be stopped all the same: then Docker Compose goes
    /// by
    /// the labels.
    private static ComposeSource source(ComposeRun run, Optional<ComposeSource> source) {
        boolean needed = run.action() instanceof ComposeAction.Up
                || run.action() instanceof ComposeAction.Build
                || run.action() instanceof ComposeAction.Pull;
        return source.filter(known -> needed || known.files().stream().allMatch(Files::isRegularFile))
                .map(known -> known.withName(run.project()))
                .orElseGet(() -> new ComposeSource(
                        Path.of(System.getProperty("user.home")),
                        List.of(),
                        Optional.of(run.project()),
                        List.of(),
                        Set.of()));
    }

    private static void tell(ComposeRun run, TaskContext context) {
        List<RunItem> items = run.items();
        long steps = items.stream().mapToLong(item -> item.steps().size()).sum();
        long done = items.stream()
                .flatMap(item -> item.steps().stream())
                .filter(RunStep::isOver)
                .count();
        context.progress(done, steps);
        context.detail(summary(run));
    }

    /// "1 of 2 services done".
    private static String summary(ComposeRun run) {
        List<RunItem> services = run.items().stream().filter(RunItem::isService).toList();
        long done = services.stream()
                .filter(item -> item.state() == RunStep.State.DONE)
                .count();
        return services.isEmpty()
                ? ""
                : done + " of " + services.size() + (services.size() == 1 ? " service" : " services") + " done";
    }

    private static Map<String, String> containers(MirrorSnapshot snapshot, String project) {
        Map<String, String> services = new HashMap<>();
        for (Container container : snapshot.containers().orElse(Map.of()).values()) {
            if (container.project().equals(Optional.of(project))) {
                container.service().ifPresent(service -> services.put(container.name(), service));
            }
        }
        return services;
    }

    /// What will take part, in the order in which it comes.
    private static void expect(
            ComposeModel files, Set<String> profiles, ComposeAction action, MirrorSnapshot snapshot, RunSteps steps) {
        if (!(action instanceof ComposeAction.Up)) {
            return;
        }
        List<ComposeService> part = taking(files, profiles, ComposeWords.services(action));
        Set<String> networks = snapshot.networks().stream()
                .flatMap(List::stream)
                .map(Network::name)
                .collect(Collectors.toSet());
        Set<String> volumes = snapshot.volumes().stream()
                .flatMap(List::stream)
                .map(Volume::name)
                .collect(Collectors.toSet());
        named(part.stream().flatMap(service -> service.networks().stream()).toList(), files.networks())
                .filter(networks::contains)
                .forEach(name -> steps.here(ComposeEvent.Kind.NETWORK, name));
        named(part.stream().flatMap(service -> service.volumes().stream()).toList(), files.volumes())
                .filter(volumes::contains)
                .forEach(name -> steps.here(ComposeEvent.Kind.VOLUME, name));
        part.forEach(service -> steps.expect(service.name()));
    }

    private static java.util.stream.Stream<String> named(List<String> keys, Map<String, String> names) {
        return keys.stream().distinct().sorted().flatMap(key -> Optional.ofNullable(names.get(key)).stream());
    }

    /// The services that an `up` brings, each after those it depends on.
    static List<ComposeService> taking(ComposeModel files, Set<String> profiles, Set<String> chosen) {
        Deque<String> open = new ArrayDeque<>();
        files.services().stream()
                .filter(service -> chosen.isEmpty() ? service.isOn(profiles) : chosen.contains(service.name()))
                .forEach(service -> open.add(service.name()));
        Set<String> part = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            String name = open.remove();
            if (part.add(name)) {
                files.service(name)
                        .ifPresent(service -> open.addAll(service.dependsOn().keySet()));
            }
        }
        return files.inOrder().stream()
                .filter(service -> part.contains(service.name()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
