package io.quayside.engine.contract;

import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/// Every call of the client, on one engine over one kind of connection.
@Timeout(120)
abstract class EngineContract
        implements SystemCases,
                LifecycleCases,
                ListCases,
                SpecCases,
                OutputCases,
                ExecCases,
                StatsCases,
                FileCases,
                NetworkCases,
                ObjectCases,
                ImageCases,
                BuildCases {
    private final EngineKind kind;
    private final Listener listener;
    private final Connections.Way way;
    private EngineFixture fixture;

    EngineContract(EngineKind kind, Listener listener, Connections.Way way) {
        this.kind = kind;
        this.listener = listener;
        this.way = way;
    }

    @BeforeEach
    void connect() throws Exception {
        TestEngine engine = TestEngines.shared(kind, listener);
        fixture = new EngineFixture(engine, way.connect(engine));
    }

    @AfterEach
    void cleanUp() throws Exception {
        if (fixture != null) {
            fixture.close();
        }
    }

    @Override
    public EngineFixture fixture() {
        return fixture;
    }
}
