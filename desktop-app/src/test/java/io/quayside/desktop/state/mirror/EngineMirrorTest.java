package io.quayside.desktop.state.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.model.Container;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.model.ContainerState;
import io.quayside.testing.fake.FakeContainer;
import io.quayside.testing.fake.FakeEngine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineMirrorTest {
    private final FakeEngine fake = FakeEngine.start();
    private final EngineMirror mirror = new EngineMirror();
    private Engine engine = EngineFactory.open(new EngineEndpoint.UnixSocket(fake.socket()));

    @BeforeEach
    void fill() {
        fake.containers().fill(20);
    }

    @AfterEach
    void close() {
        mirror.close();
        engine.close();
        fake.close();
    }

    private void follow() throws Exception {
        mirror.follow(mirror.open(engine, cause -> {}));
        fake.await(() -> mirror.snapshot().containers().map(Map::size).orElse(0)
                == fake.containers().all().size());
    }

    private Container one(String id) {
        return mirror.snapshot().container(id).orElseThrow();
    }

    @Test
    void listsEachKindOnceAndIsLive() throws Exception {
        follow();
        fake.await(() -> mirror.snapshot().networks().isPresent());
        assertTrue(mirror.snapshot().live());
        long lists = fake.requests().stream()
                .filter(request -> request.path().endsWith("/containers/json"))
                .count();
        assertEquals(1, lists);
    }

    @Test
    void anEventAsksOnlyForTheContainerItNames() throws Exception {
        follow();
        fake.await(() -> mirror.snapshot().networks().isPresent());
        FakeContainer running = fake.containers().all().stream()
                .filter(container -> container.state().equals("running"))
                .findFirst()
                .orElseThrow();
        fake.forgetRequests();
        fake.containers().stop(running.id());
        fake.await(() -> one(running.id()).state() == ContainerState.EXITED);
        assertTrue(one(running.id()).run().stopRequested());
        assertTrue(fake.requests().stream()
                .allMatch(request -> request.path().endsWith("/containers/" + running.id() + "/json")));
    }

    @Test
    void aRemovedContainerGoesWithoutAQuestion() throws Exception {
        follow();
        fake.await(() -> mirror.snapshot().networks().isPresent());
        String id = fake.containers().all().getFirst().id();
        fake.forgetRequests();
        fake.containers().remove(id);
        fake.await(() -> mirror.snapshot().container(id).isEmpty());
        assertEquals(0, fake.requests().size());
    }

    @Test
    void tenThousandEventsReachListenersAFewTimesASecond() throws Exception {
        follow();
        AtomicInteger heard = new AtomicInteger();
        mirror.onChange(snapshot -> heard.incrementAndGet());
        long begun = System.nanoTime();
        for (int i = 0; i < 10_000; i++) {
            String id = fake.containers().all().get(i % 20).id();
            fake.emit("container", i % 2 == 0 ? "pause" : "unpause", id, Map.of("name", "x"));
        }
        FakeContainer last = fake.containers().all().getLast();
        fake.containers().rename(last.id(), "the-last");
        fake.await(() -> one(last.id()).name().equals("the-last"));
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertTrue(heard.get() <= 4 * seconds + 3, heard + " snapshots in " + seconds + " s");
    }

    @Test
    void saysOnceThatTheEngineIsGoneAndKeepsTheLastState() throws Exception {
        AtomicInteger lost = new AtomicInteger();
        CountDownLatch once = new CountDownLatch(1);
        mirror.follow(mirror.open(engine, cause -> {
            lost.incrementAndGet();
            once.countDown();
        }));
        fake.await(() -> mirror.snapshot().containers().isPresent());
        fake.goDown();
        assertTrue(once.await(20, TimeUnit.SECONDS));
        fake.await(() -> !mirror.snapshot().live());
        assertEquals(20, mirror.snapshot().containers().orElseThrow().size());
        assertEquals(1, lost.get());
    }

    @Test
    void anInspectionTellsExactTimes() throws Exception {
        follow();
        String id = fake.containers().all().getFirst().id();
        assertTrue(!one(id).run().exact());
        mirror.needFacts(java.util.List.of(id));
        fake.await(() -> one(id).run().exact());
        assertTrue(Duration.between(one(id).created(), java.time.Instant.now()).toDays() < 100_000);
    }
}
