package io.quayside.testing.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// The way for tests to a real engine.
///
/// A kind that this machine doesn't have skips the test with the reason. With `QUAYSIDE_REQUIRE_ENGINES` set, as
/// `./verify`
/// does, it fails instead: there every kind has to be had.
public final class TestEngines {
    private static final Map<EngineKind, Map<Listener, TestEngine>> SHARED = new EnumMap<>(EngineKind.class);
    private static final List<TestEngine> ALL = new ArrayList<>();
    private static boolean prepared;

    private TestEngines() {}

    /// The engine of this kind that all tests of this JVM use; started on first use and ended with the JVM. Tests clean
    /// up
    /// the containers that they create in it.
    public static TestEngine shared(EngineKind kind) {
        return shared(kind, Listener.UNIX);
    }

    /// Like [#shared(EngineKind)], for an engine that also listens on TCP or TLS.
    public static TestEngine shared(EngineKind kind, Listener listener) {
        EngineInstallation installation = available(kind);
        synchronized (SHARED) {
            return SHARED.computeIfAbsent(kind, k -> new EnumMap<>(Listener.class))
                    .computeIfAbsent(listener, l -> launch(installation, l, Map.of()));
        }
    }

    /// An engine for one test, which may restart or kill it and has to close it.
    public static TestEngine fresh(EngineKind kind) {
        return fresh(kind, Listener.UNIX);
    }

    /// Like [#fresh(EngineKind)], for an engine that also listens on TCP or TLS.
    public static TestEngine fresh(EngineKind kind, Listener listener) {
        return launch(available(kind), listener, Map.of());
    }

    /// Like [#fresh(EngineKind)], for a Docker with such variables in its environment.
    public static TestEngine fresh(EngineKind kind, Map<String, String> settings) {
        return launch(available(kind), Listener.UNIX, settings);
    }

    /// Like [#fresh(EngineKind)], for a Docker whose disk has no more than this: "24m".
    public static TestEngine withDisk(EngineKind kind, String size) {
        return fresh(kind, Map.of(DaemonCommand.DISK, size));
    }

    /// Whether tests have to fail, not skip, when an engine can't be had.
    public static boolean required() {
        String value = System.getProperty("quayside.require.engines", System.getenv("QUAYSIDE_REQUIRE_ENGINES"));
        return value != null && !value.isEmpty() && !value.equals("false");
    }

    /// Skips the test with this reason, or fails it where every engine is [#required()].
    public static void unavailable(String reason) {
        if (required()) {
            throw new AssertionError(reason);
        }
        Assumptions.abort(reason);
    }

    private static EngineInstallation available(EngineKind kind) {
        EngineInstallation installation = EngineInstallation.of(kind);
        installation.missing().ifPresent(TestEngines::unavailable);
        return installation;
    }

    private static TestEngine launch(EngineInstallation installation, Listener listener, Map<String, String> settings) {
        prepare();
        TestEngine engine = TestEngine.create(installation, listener, settings);
        synchronized (ALL) {
            ALL.add(engine);
        }
        return engine;
    }

    private static void prepare() {
        synchronized (ALL) {
            if (prepared) {
                return;
            }
            prepared = true;
            try {
                EngineFolder.clearAbandoned();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime()
                    .addShutdownHook(
                            Thread.ofPlatform().name("test-engines-end").unstarted(TestEngines::closeAll));
        }
    }

    private static void closeAll() {
        synchronized (ALL) {
            ALL.forEach(TestEngine::close);
        }
    }
}
