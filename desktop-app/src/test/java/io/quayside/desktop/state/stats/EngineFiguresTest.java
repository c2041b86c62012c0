package io.quayside.desktop.state.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.testing.fake.FakeEngine;
import io.quayside.testing.fake.FakeReply;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineFiguresTest {
    private final FakeEngine fake = FakeEngine.start();
    private final EngineMirror mirror = new EngineMirror();
    private final StatsHub hub = new StatsHub(mirror);
    private final List<EngineFigures> told = new CopyOnWriteArrayList<>();
    private Engine engine;

    @AfterEach
    void close() {
        hub.close();
        mirror.close();
        engine.close();
        fake.close();
    }

    private void measure(int containers) throws Exception {
        fake.containers().fill(containers);
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(fake.socket()));
        mirror.follow(mirror.open(engine, cause -> {}));
        fake.await(() -> mirror.snapshot().containers().isPresent());
        hub.attach(engine);
        hub.onFigures(told::add);
    }

    private void await(Predicate<EngineFigures> condition) throws InterruptedException {
        fake.await(() -> {
            fake.tickStats();
            return told.stream().anyMatch(condition);
        });
    }

    @Test
    void theSumIsToldOnceEveryContainerWasMeasured() throws Exception {
        // Numbers 0, 1, 2, 4, 5, 6 run; the figures of one of them don't come.
        FakeReply slow = exchange -> exchange.respond(500, "application/json", "{\"message\":\"later\"}");
        String last = "%064x".formatted(0x5eedL + 6);
        fake.on("GET", "/containers/" + last + "/stats", slow);
        measure(8);
        await(figures -> figures.cores() > 0);
        String first = "%064x".formatted(0x5eedL);
        await(figures -> requests(first) >= 2);
        assertTrue(told.stream().noneMatch(EngineFigures::measured), told.toString());
        fake.containers().stop(last);
        await(EngineFigures::measured);
        EngineFigures whole = told.getLast();
        assertEquals(5 * (64L << 20) / 1_000_000 * 1_000_000, whole.memoryUsed());
    }

    @Test
    void aContainerThatJustStartedDoesntTakeTheSumAway() throws Exception {
        measure(4);
        await(EngineFigures::measured);
        int before = told.size();
        fake.containers().start("container-3");
        await(figures -> figures.measured() && figures.memoryUsed() > 4 * 66_000_000L);
        assertTrue(told.subList(before, told.size()).stream().allMatch(EngineFigures::measured), told.toString());
    }

    @Test
    void whatIsToldIsKeptAlsoWhenNobodyWantsItYet() throws Exception {
        measure(4);
        await(EngineFigures::measured);
        List<EngineTrend> trends = new CopyOnWriteArrayList<>();
        Subscription first = hub.onTrend(trends::add);
        fake.await(() -> !trends.isEmpty());
        EngineTrend.Point point = trends.getFirst().points().getFirst();
        assertEquals(3 * (double) (64L << 20), point.memory());
        assertTrue(point.begins());
        first.close();
        int heard = trends.size();
        int before = told.size();
        await(ignored -> told.size() > before || fake.requests().size() > 60);
        assertEquals(heard, trends.size(), "nothing is told to nobody");
    }

    @Test
    void anotherEngineBeginsWithNothing() throws Exception {
        measure(4);
        await(EngineFigures::measured);
        List<EngineTrend> trends = new CopyOnWriteArrayList<>();
        hub.onTrend(trends::add);
        fake.await(() -> !trends.isEmpty());
        hub.detach();
        hub.attach(engine);
        try (FakeEngine second = FakeEngine.start();
                Engine other = EngineFactory.connect(new EngineEndpoint.UnixSocket(second.socket()))) {
            assertTrue(trends.stream().noneMatch(trend -> trend.points().isEmpty()), "the same one goes on");
            hub.attach(other);
            fake.await(() -> trends.getLast().points().isEmpty());
            hub.detach();
        }
    }

    private long requests(String id) {
        return fake.requests().stream()
                .filter(request -> request.path().contains(id))
                .count();
    }
}
