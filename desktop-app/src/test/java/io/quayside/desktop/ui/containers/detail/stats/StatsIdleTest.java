package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.ui.containers.PageFixture;
import io.quayside.testing.fake.FakeEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nothing is read that nobody looks at.
class StatsIdleTest {
    private final FakeEngine engine = FakeEngine.start();
    private PageFixture page;

    @BeforeEach
    void open() {
        engine.containers().fill(4); // the last one doesn't run
        page = PageFixture.open(engine.socket());
        page.go("container/container-0/stats");
        page.await("its figures are read", () -> engine.statsStreams() == 1);
    }

    @AfterEach
    void close() {
        page.close();
        engine.close();
    }

    @Test
    void aHiddenWindowReadsNothing() {
        page.windowVisible(false);
        page.await("nothing is read", () -> engine.statsStreams() == 0);
        page.windowVisible(true);
        page.await("it is read again", () -> engine.statsStreams() == 1);
    }

    @Test
    void anotherContainerTakesItsPlace() {
        page.go("container/container-1/stats");
        page.await(
                "only the other is read",
                () -> engine.statsStreams() == 1 && page.session().stats().openStreams() == 1);
        page.go("container/container-3/stats");
        page.await("a stopped one is not read", () -> engine.statsStreams() == 0);
    }
}
