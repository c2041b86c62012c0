package io.quayside.desktop.ui.containers;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/// For tests of one class in one window on one real engine: both are opened for the class, and each test has a name of
/// its own for its container.
public abstract class OnEngine {
    private static final AtomicLong NUMBER = new AtomicLong();
    protected static TestEngine engine;
    protected static PageFixture page;

    /// A name that no other container has.
    protected String name = "";

    @BeforeAll
    static void openWindow() {
        engine = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(engine);
        page = PageFixture.open(engine.socket());
    }

    @AfterAll
    static void closeWindow() {
        page.close();
        engine.removeContainers();
    }

    @BeforeEach
    void takeName() {
        name = "page-" + NUMBER.incrementAndGet();
    }
}
