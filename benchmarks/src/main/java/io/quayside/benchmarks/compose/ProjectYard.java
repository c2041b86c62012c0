package io.quayside.benchmarks.compose;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.compose.ComposeRecord;
import io.quayside.desktop.compose.ComposeRun;
import io.quayside.desktop.compose.ComposeRuns;
import io.quayside.desktop.compose.KeptProjects;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.session.LiveEngineSession;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.engine.compose.ComposeAction;
import io.quayside.engine.compose.ComposeException;
import io.quayside.engine.compose.ComposeModel;
import io.quayside.engine.compose.ComposeSource;
import io.quayside.engine.credential.DockerCredentials;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.logs.LogShelf;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.testing.command.Command;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestCompose;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// A real engine, a compose file for it, the `docker-compose` of the tests, and all of Quayside that a window has
/// behind it: the session that follows the engine, the tasks, what is kept.
final class ProjectYard implements AutoCloseable {
    private static final String PROJECT = "bench";
    private static final int LONGEST_SECONDS = 600;

    private final Path folder;
    private final Path file;
    private final String program;
    private final TestEngine test;
    private final PaintThread paint = new PaintThread();
    private final TaskRunner tasks;
    private final LiveEngineSession session;
    private final LogShelf shelf;
    private final ComposeRuns runs;

    private ProjectYard(Path folder, TestEngine test, Path programs, String text) throws IOException {
        this.folder = folder;
        this.test = test;
        this.program = programs.resolve("docker-compose").toString();
        this.file = Files.writeString(folder.resolve("compose.yaml"), text);
        ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
        tasks = new TaskRunner(
                paint, InstantSource.system(), failure -> problems.map(failure, new Attempt("bring up", PROJECT)));
        EngineMirror mirror = new EngineMirror();
        session = new LiveEngineSession(new BenchEngine(test.socket()), problems, mirror, new StatsHub(mirror));
        shelf = new LogShelf(folder.resolve("logs"), () -> LogShelf.DEFAULT_LIMIT);
        runs = new ComposeRuns(
                session,
                tasks,
                new ComposeCalls(
                        Map.of("PATH", programs.toString()),
                        session,
                        new RegistryLogins(new DockerCredentials(folder.resolve("docker"), new SystemProcessRunner()))),
                new KeptProjects(folder.resolve("projects.json")),
                shelf,
                problems,
                InstantSource.system());
        session.open();
    }

    /// @param text the compose file; `IMAGE` stands for an image that is there
    static ProjectYard open(String text) throws IOException, InterruptedException, NotMeasuredException {
        try {
            Path programs = TestCompose.NEWEST.folder();
            TestEngine test = TestEngines.fresh(EngineKind.DOCKER_20_10);
            TestImages.ensure(test);
            ProjectYard yard = new ProjectYard(
                    Files.createTempDirectory("quayside-bench-compose"),
                    test,
                    programs,
                    text.replace("IMAGE", TestImages.BUSYBOX));
            yard.awaitConnected();
            return yard;
        } catch (TestAbortedException e) {
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    private void awaitConnected() throws InterruptedException, NotMeasuredException {
        CountDownLatch listed = new CountDownLatch(1);
        Subscription listening = session.mirror().onChange(snapshot -> {
            if (snapshot.networks().isPresent()) {
                listed.countDown();
            }
        });
        try {
            require(listed, "the engine isn't listed");
        } finally {
            listening.close();
        }
    }

    private static void require(CountDownLatch latch, String otherwise)
            throws InterruptedException, NotMeasuredException {
        if (!latch.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new NotMeasuredException(otherwise);
        }
    }

    /// What the window has read before one can press Up.
    ComposeModel read() throws ComposeException, EngineException, InterruptedException {
        return runs.calls().connect().read(source());
    }

    private ComposeSource source() {
        return ComposeSource.of(file).withName(PROJECT);
    }

    /// Until the window knows that the project is up.
    double ours(ComposeModel model) throws InterruptedException, NotMeasuredException {
        CountDownLatch over = new CountDownLatch(1);
        long start = System.nanoTime();
        Subscription listening = runs.onChange(project -> {
            if (runs.of(project).flatMap(ComposeRun::end).isPresent()) {
                over.countDown();
            }
        });
        try {
            paint.run(() -> runs.start(PROJECT, Optional.of(source()), Optional.of(model), ComposeAction.Up.all()));
            require(over, "the project doesn't come up");
        } finally {
            listening.close();
        }
        double millis = (System.nanoTime() - start) / 1e6;
        ComposeRecord record = runs.of(PROJECT).flatMap(ComposeRun::end).orElseThrow();
        if (record.outcome() != ComposeRecord.Outcome.DONE) {
            throw new NotMeasuredException("the project isn't up: " + record.words());
        }
        return millis;
    }

    /// `docker compose up -d`, until it ends.
    double peer() {
        long start = System.nanoTime();
        compose("up", "-d");
        return (System.nanoTime() - start) / 1e6;
    }

    /// Everything of the project goes, and is counted before.
    void down(int containers) throws NotMeasuredException {
        long running = test.docker("ps", "--quiet").lines().count();
        if (running != containers) {
            throw new NotMeasuredException("there are " + running + " containers");
        }
        compose("down", "--timeout", "0");
    }

    private void compose(String... words) {
        Command.of(Stream.concat(
                                Stream.of(program, "--file", file.toString(), "--project-name", PROJECT),
                                Stream.of(words))
                        .toList())
                .withEnvironment("DOCKER_HOST", test.host())
                .withDeadline(Duration.ofSeconds(LONGEST_SECONDS))
                .run()
                .orFail();
    }

    @Override
    public void close() throws IOException {
        session.close();
        tasks.close();
        shelf.close();
        paint.close();
        test.close();
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
