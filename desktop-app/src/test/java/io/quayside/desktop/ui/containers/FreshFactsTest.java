package io.quayside.desktop.ui.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.testing.fake.FakeContainer;
import io.quayside.testing.fake.FakeEngine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Rows that are behind: what an action does is decided by what the engine says when it is chosen.
class FreshFactsTest {
    private static final FakeInspections.End WELL = new FakeInspections.End("", false, 0);

    private final FakeEngine engine = FakeEngine.start();
    private final FakeInspections inspections = new FakeInspections(engine);
    private final List<Confirmation> questions = new CopyOnWriteArrayList<>();
    private PageFixture page;

    @BeforeEach
    void open() {
        inspections.add(1, "one", "exited", 0, WELL);
        inspections.add(2, "two", "exited", 0, WELL);
        page = PageFixture.open(engine.socket());
        page.await(
                "rows with all facts",
                () -> page.model().allRows().stream()
                                .filter(row -> row.line().container().run().exact())
                                .count()
                        == 2);
    }

    @AfterEach
    void close() {
        Fx.call(() -> {
            page.model().deletion().undo();
            return true;
        });
        page.close();
        engine.close();
    }

    private ContainerRow row(String name) {
        return Fx.call(() -> page.model().allRows().stream()
                .filter(row -> row.line().name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private void delete(List<ContainerRow> rows) {
        Fx.call(() -> {
            page.model().deletion().delete(rows, (question, act) -> questions.add(question));
            return true;
        });
    }

    @Test
    void deletingAsksWhenTheEngineSaysThatItRuns() {
        ContainerRow one = row("one");
        inspections.secretly(one.id(), "running");
        delete(List.of(one));
        page.await("the question", () -> !questions.isEmpty());
        assertTrue(questions.getFirst().text().startsWith("one is running and will be stopped first."));
        assertTrue(Fx.call(() -> one.line().deletingIn().isEmpty()));
    }

    @Test
    void deletingWhatIsGoneDoesNothing() {
        ContainerRow one = row("one");
        ContainerRow two = row("two");
        engine.on(
                "GET",
                "/containers/" + one.id() + "/json",
                io.quayside.testing.fake.FakeReply.error(404, "No such container"));
        delete(List.of(one, two));
        page.await("the other one's countdown", () -> two.line().deletingIn().isPresent());
        assertTrue(Fx.call(() -> one.line().deletingIn().isEmpty()));
        assertTrue(questions.isEmpty());
    }

    @Test
    void whatWasStartedDuringTheCountdownIsNotDeleted() {
        ContainerRow one = row("one");
        engine.on("DELETE", "/containers/*", exchange -> {
            FakeContainer container =
                    engine.containers().find(exchange.request().segment(1)).orElseThrow();
            assertEquals(false, exchange.request().isOn("force"));
            exchange.respond(
                    409,
                    "application/json",
                    "{\"message\":\"cannot remove container " + container.name() + ": container is running\"}");
        });
        delete(List.of(one));
        page.await("the countdown", () -> one.line().deletingIn().isPresent());
        engine.containers().start(one.id());
        page.await("the refusal", () -> page.model().problem(one.id()).isPresent());
        assertTrue(
                engine.requests().stream().noneMatch(request -> request.path().endsWith("/stop")));
    }

    @Test
    void stoppingManyStopsThoseThatTheEngineSaysAreRunning() {
        ContainerRow one = row("one");
        ContainerRow two = row("two");
        inspections.secretly(one.id(), "running");
        Fx.call(() -> {
            page.model().stop(List.of(one, two));
            return true;
        });
        page.await(
                "one stop",
                () -> engine.requests().stream()
                        .anyMatch(request -> request.path().endsWith("/stop")));
        assertEquals(
                List.of(one.id()),
                engine.requests().stream()
                        .filter(request -> request.path().endsWith("/stop"))
                        .map(request -> request.segment(1))
                        .toList());
    }
}
