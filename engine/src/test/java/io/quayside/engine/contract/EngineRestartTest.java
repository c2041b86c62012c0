package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.Listener;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import io.quayside.testing.leak.LeakCheck;
import io.quayside.testing.leak.OpenSockets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A real engine that ends and comes back while one client has fifty streams open on it: each stream ends by itself,
/// nothing of them stays, and the same client goes on with the engine that came back.
@Timeout(300)
class EngineRestartTest {
    private static final int CONTAINERS = 5;

    /// Connections that serve no stream and are kept for the next call.
    private static final int IDLE = 5;

    @RegisterExtension
    final LeakCheck leaks =
            LeakCheck.ofThreads("quayside-").andThreads("engine-").andProcesses("docker");

    /// What happens to the engine, and how the client is connected to it.
    enum Case {
        STOPPED_20_10_UNIX(EngineKind.DOCKER_20_10, Listener.UNIX, Connections::unix, TestEngine::stop),
        KILLED_20_10_UNIX(EngineKind.DOCKER_20_10, Listener.UNIX, Connections::unix, TestEngine::killDaemon),
        KILLED_20_10_SSH(EngineKind.DOCKER_20_10, Listener.UNIX, Connections::ssh, TestEngine::killDaemon),
        STOPPED_28_5_TLS(EngineKind.DOCKER_28_5, Listener.TLS, Connections::tls, TestEngine::stop),
        KILLED_28_5_TLS(EngineKind.DOCKER_28_5, Listener.TLS, Connections::tls, TestEngine::killDaemon),
        KILLED_26_1_TCP(EngineKind.DOCKER_26_1, Listener.TCP, Connections::tcp, TestEngine::killDaemon);

        private final EngineKind kind;
        private final Listener listener;
        private final Connections.Way way;
        private final Consumer<TestEngine> end;

        Case(EngineKind kind, Listener listener, Connections.Way way, Consumer<TestEngine> end) {
            this.kind = kind;
            this.listener = listener;
            this.way = way;
            this.end = end;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyStreamEndsAndTheClientGoesOn(Case which) throws Exception {
        try (TestEngine daemon = TestEngines.fresh(which.kind, which.listener)) {
            TestImages.ensure(daemon);
            List<String> containers = runTalkers(daemon);
            which.way.connect(daemon).close(); // what the JVM opens once and keeps
            int sockets = OpenSockets.count();
            OpenStreams again;
            try (Engine engine = which.way.connect(daemon)) {
                OpenStreams streams = OpenStreams.open(engine, containers);
                assertEquals(List.of(), streams.over());

                which.end.accept(daemon);
                for (OpenStreams.Ended end : streams.awaitEnds()) {
                    end.failure().ifPresent(e -> assertTellsOfABrokenStream(end.stream(), e));
                }
                OpenSockets.awaitAtMost(sockets + IDLE);

                daemon.start();
                assertEquals(new TreeSet<>(containers), idsIn(engine));
                again = OpenStreams.open(engine, runTalkers(daemon));
                assertEquals(List.of(), again.over());
            }
            again.awaitEnds();
            OpenSockets.awaitAtMost(sockets);
        }
    }

    private static void assertTellsOfABrokenStream(String stream, EngineException failure) {
        assertInstanceOf(StreamBrokenException.class, failure, () -> stream + ": " + failure);
    }

    private static TreeSet<String> idsIn(Engine engine) throws EngineException {
        return engine.containers().list(ContainerFilter.everything()).stream()
                .map(ContainerSummary::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> runTalkers(TestEngine daemon) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CONTAINERS; i++) {
            ids.add(daemon.docker(
                            "run",
                            "--detach",
                            "--stop-signal",
                            "KILL",
                            TestImages.BUSYBOX,
                            "sh",
                            "-c",
                            "while :; do echo tick; sleep 0.2; done")
                    .strip());
        }
        return ids;
    }
}
