package io.quayside.desktop.state.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.OneEngine;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.state.stats.StatsInterest;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.fake.FakeEngine;
import io.quayside.testing.fake.FakeReply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class LiveEngineSessionTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final EngineMirror mirror = new EngineMirror();
    private final StatsHub stats = new StatsHub(mirror);

    private LiveEngineSession open(Path socket) {
        LiveEngineSession session = new LiveEngineSession(
                new OneEngine(socket), new ProblemMapper(PortHolder.ofThisComputer()), mirror, stats);
        session.open();
        return session;
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Still not: " + what);
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static boolean isConnected(LiveEngineSession session) {
        return session.status() instanceof EngineStatus.Connected;
    }

    private Map<String, Container> containers() {
        return mirror.snapshot().containers().orElse(Map.of());
    }

    @Test
    void comesBackAfterARealEngineRestartsWithStreamsOpen() {
        try (TestEngine engine = TestEngines.fresh(EngineKind.DOCKER_20_10)) {
            TestImages.ensure(engine);
            for (int i = 0; i < 5; i++) {
                engine.docker(
                        "run", "-d", "--name", "c" + i, "--restart", "always", TestImages.BUSYBOX, "sleep", "1000");
            }
            try (LiveEngineSession session = open(engine.socket())) {
                await("five containers", () -> containers().size() == 5);
                StatsInterest interest = stats.interest();
                interest.set(containers().keySet());
                await(
                        "figures of all",
                        () -> containers().keySet().stream()
                                .allMatch(id -> stats.series(id).isPresent()));
                engine.stop();
                await("disconnected", () -> session.status() instanceof EngineStatus.Disconnected);
                assertEquals(5, containers().size());
                assertTrue(!mirror.snapshot().live());
                engine.start();
                await(
                        "connected again",
                        () -> isConnected(session) && mirror.snapshot().live());
                engine.docker("run", "-d", "--name", "after", TestImages.BUSYBOX, "sleep", "1000");
                await(
                        "a new container",
                        () -> containers().values().stream()
                                .anyMatch(container -> container.name().equals("after")));
                await(
                        "figures again",
                        () -> containers().values().stream()
                                .filter(container -> container.name().equals("c0"))
                                .allMatch(container ->
                                        stats.series(container.id()).isPresent()));
            }
        }
    }

    @Test
    void anEngineThatIsNotThereIsSaidAndFoundWhenItComes() throws InterruptedException {
        try (FakeEngine fake = FakeEngine.start()) {
            fake.containers().fill(3);
            fake.goDown();
            try (LiveEngineSession session = open(fake.socket())) {
                await("disconnected", () -> session.status() instanceof EngineStatus.Disconnected);
                fake.comeBack();
                await("connected", () -> isConnected(session) && containers().size() == 3);
            }
        }
    }

    @Test
    void aWebPageInPlaceOfAnEngineIsSaidInWords() {
        try (FakeEngine fake = FakeEngine.start()) {
            FakeReply page = FakeReply.html(200, "Welcome");
            fake.on("GET", "/_ping", page);
            fake.on("GET", "/version", page);
            try (LiveEngineSession session = open(fake.socket())) {
                await("disconnected", () -> session.status() instanceof EngineStatus.Disconnected);
                assertEquals(
                        List.of("What answers is not a container engine."),
                        session.status() instanceof EngineStatus.Disconnected down
                                ? List.of(down.problem().title())
                                : List.of());
            }
        }
    }
}
