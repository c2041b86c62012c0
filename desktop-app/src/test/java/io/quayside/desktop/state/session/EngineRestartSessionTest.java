package io.quayside.desktop.state.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.OneEngine;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ExecSpec;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.stream.ExecSession;
import io.quayside.engine.stream.LogStream;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.leak.LeakCheck;
import io.quayside.testing.leak.OpenSockets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The session of the window while a real engine ends and comes back with fifty streams open.
@Timeout(300)
class EngineRestartSessionTest {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    /// With the stream of events: fifty.
    private static final int CONTAINERS = 20;

    private static final int LOGS = 15;
    private static final int COMMANDS = 14;

    @RegisterExtension
    final LeakCheck leaks = LeakCheck.ofThreads("engine-")
            .andThreads("mirror-")
            .andThreads("stats-")
            .andThreads("socket-watch")
            .andThreads("viewer-");

    private final EngineMirror mirror = new EngineMirror();
    private final StatsHub stats = new StatsHub(mirror);
    private final List<Told> statuses = new CopyOnWriteArrayList<>();

    private record Told(Instant at, EngineStatus status) {}

    /// How the engine ends.
    enum End {
        STOPPED(TestEngine::stop),
        KILLED(TestEngine::killDaemon);

        private final Consumer<TestEngine> doing;

        End(Consumer<TestEngine> doing) {
            this.doing = doing;
        }
    }

    @ParameterizedTest
    @EnumSource
    void isConnectedAgainAtOnceHoweverLongTheEngineWasAway(End end, TestReporter reporter) throws Exception {
        try (TestEngine daemon = TestEngines.fresh(EngineKind.DOCKER_20_10)) {
            TestImages.ensure(daemon);
            run(daemon, CONTAINERS);
            awaitAnswer(daemon.socket()); // with what the JVM opens once and keeps
            int sockets = OpenSockets.count();
            try (LiveEngineSession session = open(daemon.socket())) {
                await("all containers", () -> containers().size() == CONTAINERS);
                Set<String> names = names();
                stats.interest().set(containers().keySet());
                await(
                        "figures",
                        () -> containers().keySet().stream()
                                .allMatch(id -> stats.series(id).isPresent()));
                List<FutureTask<Boolean>> viewers = view(
                        session.engine().orElseThrow(), List.copyOf(containers().keySet()));

                end.doing.accept(daemon);
                for (FutureTask<Boolean> viewer : viewers) {
                    assertTrue(viewer.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
                }
                await(
                        "a wait that a restart is shorter than",
                        () -> session.status() instanceof EngineStatus.Disconnected down
                                && down.nextTry()
                                        .filter(next ->
                                                next.isAfter(Instant.now().plusSeconds(12)))
                                        .isPresent());
                assertEquals(names, names());
                assertFalse(mirror.snapshot().live());

                CountDownLatch answered = new CountDownLatch(1);
                long[] answeredAt = new long[1];
                Thread.ofVirtual().name("viewer-of-return").start(() -> {
                    awaitAnswer(daemon.socket());
                    answeredAt[0] = System.nanoTime();
                    answered.countDown();
                });
                daemon.start();
                await("connected again", () -> session.status() instanceof EngineStatus.Connected);
                long connectedAt = System.nanoTime();
                answered.await();
                reporter.publishEntry(
                        "milliseconds from the engine's first answer to the session's, " + end,
                        Long.toString((connectedAt - answeredAt[0]) / 1_000_000));
                assertTrue(wasNotWaitedFor(), statuses::toString);

                await("live", () -> mirror.snapshot().live());
                run(daemon, 1);
                await("one container more", () -> containers().size() == CONTAINERS + 1);
                assertTrue(names().containsAll(names));
            }
            stats.close();
            OpenSockets.awaitAtMost(sockets);
        }
    }

    /// Whether the attempt that led to the connection, however long it took, began before the one that was planned
    /// last,
    /// so that the engine's return led to it; or that one was planned for a second later, as right after a loss.
    private boolean wasNotWaitedFor() {
        Instant planned = Instant.MAX;
        Instant began = Instant.MAX;
        boolean soon = false;
        for (Told told : statuses) {
            if (told.status() instanceof EngineStatus.Disconnected down) {
                if (down.nextTry().isPresent()) {
                    planned = down.nextTry().get();
                    soon = !planned.isAfter(told.at().plusSeconds(1));
                } else {
                    began = told.at();
                }
            }
        }
        return soon || began.isBefore(planned);
    }

    private LiveEngineSession open(Path socket) {
        LiveEngineSession session = new LiveEngineSession(
                new OneEngine(socket), new ProblemMapper(PortHolder.ofThisComputer()), mirror, stats);
        session.onStatus(status -> statuses.add(new Told(Instant.now(), status)));
        session.open();
        return session;
    }

    private static void run(TestEngine daemon, int count) {
        for (int i = 0; i < count; i++) {
            daemon.docker(
                    "run",
                    "--detach",
                    "--stop-signal",
                    "KILL",
                    TestImages.BUSYBOX,
                    "sh",
                    "-c",
                    "while :; do echo tick; sleep 0.2; done");
        }
    }

    /// Readers of logs and commands; each says that its stream has ended by itself, in whatever way.
    private static List<FutureTask<Boolean>> view(Engine engine, List<String> ids) throws InterruptedException {
        CountDownLatch flowing = new CountDownLatch(LOGS + COMMANDS);
        List<FutureTask<Boolean>> viewers = new ArrayList<>();
        for (int i = 0; i < LOGS; i++) {
            String id = ids.get(i % ids.size());
            viewers.add(new FutureTask<>(() -> {
                try (LogStream logs = engine.containers().logs(id, LogQuery.following())) {
                    return readToEnd(logs, flowing);
                }
            }));
        }
        for (int i = 0; i < COMMANDS; i++) {
            String id = ids.get(i % ids.size());
            viewers.add(new FutureTask<>(() -> {
                try (ExecSession command =
                        engine.execs().run(id, ExecSpec.of("sh", "-c", "echo up; exec sleep 1000"))) {
                    return readToEnd(command.output(), flowing);
                }
            }));
        }
        viewers.forEach(viewer -> Thread.ofVirtual().name("viewer-").start(viewer));
        assertTrue(flowing.await(LONGEST.toSeconds(), TimeUnit.SECONDS));
        return viewers;
    }

    private static boolean readToEnd(LogStream stream, CountDownLatch flowing) {
        try {
            if (stream.next().isPresent()) {
                flowing.countDown();
            }
            while (stream.next().isPresent()) {
                Thread.onSpinWait();
            }
            return true;
        } catch (EngineException e) {
            return true;
        }
    }

    private static void awaitAnswer(Path socket) {
        await("an answer", () -> {
            try (Engine engine = EngineFactory.open(new EngineEndpoint.UnixSocket(socket))) {
                engine.system().ping();
                return true;
            } catch (EngineException e) {
                return false;
            }
        });
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Still not: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Map<String, Container> containers() {
        return mirror.snapshot().containers().orElse(Map.of());
    }

    private Set<String> names() {
        return containers().values().stream().map(Container::name).collect(Collectors.toSet());
    }
}
