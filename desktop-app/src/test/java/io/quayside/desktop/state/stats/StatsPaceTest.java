package io.quayside.desktop.state.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.fake.FakeEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Streams of several containers that are read together: whoever stops, falls silent or comes late, the others go on.
class StatsPaceTest {
    private static final String FIRST = id(0);
    private static final String SECOND = id(1);
    private static final String THIRD = id(2);

    private final FakeEngine fake = FakeEngine.start();
    private final EngineMirror mirror = new EngineMirror();
    private final StatsHub hub = new StatsHub(mirror);
    private final Map<String, Integer> told = new ConcurrentHashMap<>();
    private Engine engine;
    private StatsInterest interest;

    private static String id(int number) {
        return "%064x".formatted(0x5eedL + number);
    }

    private void connect() throws Exception {
        fake.containers().fill(3);
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(fake.socket()));
        hub.attach(engine);
        hub.onChange(changed -> changed.keySet().forEach(one -> told.merge(one, 1, Integer::sum)));
        interest = hub.interest();
    }

    private void open() throws Exception {
        connect();
        interest.set(List.of(FIRST, SECOND, THIRD));
        fake.await(() -> hub.openStreams() == 3);
    }

    @AfterEach
    void close() {
        hub.close();
        mirror.close();
        engine.close();
        fake.close();
    }

    /// Two figures more of each. Listeners hear of figures that stay the same after five seconds only.
    private void awaitRead(String... ids) throws InterruptedException {
        long begin = System.nanoTime();
        fake.await(() -> {
            fake.tickStats();
            return List.of(ids).stream().allMatch(one -> readSince(one, begin) >= 2);
        });
    }

    private long readSince(String id, long begin) {
        return hub.series(id).stream()
                .flatMap(series -> series.samples().stream())
                .filter(sample -> sample.atNanos() - begin > 0)
                .count();
    }

    @Test
    void allAreTold() throws Exception {
        open();
        fake.await(() -> {
            fake.tickStats();
            return List.of(FIRST, SECOND, THIRD).stream().allMatch(one -> told.getOrDefault(one, 0) >= 2);
        });
    }

    @Test
    void theOthersGoOnWithoutOneThatLeaves() throws Exception {
        open();
        awaitRead(FIRST, SECOND, THIRD);
        interest.set(List.of(SECOND, THIRD));
        awaitRead(SECOND, THIRD);
        interest.set(List.of(THIRD));
        awaitRead(THIRD);
        assertEquals(1, hub.openStreams());
        interest.set(List.of(FIRST, THIRD));
        awaitRead(FIRST, THIRD);
    }

    @Test
    void theOthersGoOnBesideOneThatSaysNothing() throws Exception {
        CountDownLatch silent = new CountDownLatch(1);
        fake.on("GET", "/containers/" + FIRST + "/stats", exchange -> {
            exchange.startStream("application/json");
            exchange.interruptOnHangUp();
            silent.countDown();
            new CountDownLatch(1).await();
        });
        connect();
        interest.set(List.of(FIRST));
        silent.await();
        interest.set(List.of(FIRST, SECOND, THIRD));
        awaitRead(SECOND, THIRD);
    }

    @Test
    void aStreamThatIsClosedWhileItWaitsEnds() throws Exception {
        open();
        awaitRead(FIRST, SECOND, THIRD);
        interest.set(List.of());
        fake.await(() -> fake.statsStreams() == 0);
        assertEquals(0, hub.openStreams());
    }
}
