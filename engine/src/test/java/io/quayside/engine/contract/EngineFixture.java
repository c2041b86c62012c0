package io.quayside.engine.contract;

import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.ContainerConfig;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.model.WaitCondition;
import io.quayside.engine.stream.EngineStream;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import io.quayside.engine.stream.StreamType;
import io.quayside.testing.engine.DockerLine;
import io.quayside.testing.engine.TestImages;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// A client on a real engine, and the containers that a test made in it.
public final class EngineFixture implements AutoCloseable {
    /// Ends with code 7 when asked to stop.
    static final String OBEDIENT = "trap 'exit 7' TERM; echo ready; while :; do sleep 1 & wait; done";

    /// Doesn't end when asked to stop.
    static final String STUBBORN = "trap '' TERM; echo ready; while :; do sleep 1; done";

    static final String LABEL = "io.quayside.contract";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final DockerLine testEngine;
    private final Engine engine;
    private final List<String> created = new ArrayList<>();

    public EngineFixture(DockerLine testEngine, Engine engine) {
        TestImages.ensure(testEngine);
        this.testEngine = testEngine;
        this.engine = engine;
    }

    public Engine engine() {
        return engine;
    }

    /// The engine itself, for what a test arranges or checks by other means than the client.
    public DockerLine daemon() {
        return testEngine;
    }

    public boolean isPodman() {
        return !testEngine.kind().isDocker();
    }

    /// A name that no other test uses.
    public String newName(String start) {
        return start + "-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    }

    /// A container's spec: busybox with a shell that runs `script`.
    public static ContainerSpec shell(String script) {
        return ContainerSpec.of(TestImages.BUSYBOX, "sh", "-c", script);
    }

    /// The same with a changed config.
    public static ContainerSpec shell(String script, UnaryOperator<ContainerConfig.Builder> change) {
        ContainerSpec spec = shell(script);
        return spec.with(change.apply(spec.config().toBuilder()).build());
    }

    /// Creates a container that goes away with the test.
    public String create(ContainerSpec spec) throws EngineException {
        ContainerConfig config = spec.config();
        Map<String, String> labels = new LinkedHashMap<>(config.labels());
        labels.put(LABEL, "true");
        String id = engine.containers()
                .create(spec.with(config.toBuilder().labels(labels).build()), CreateOptions.named(newName("c")))
                .id();
        created.add(id);
        return id;
    }

    /// Creates and starts a container.
    public String start(ContainerSpec spec) throws EngineException {
        String id = create(spec);
        engine.containers().start(id);
        return id;
    }

    /// Starts a container and waits until its script has written `ready`.
    public String startReady(ContainerSpec spec) throws EngineException {
        String id = start(spec);
        try (LogStream logs = engine.containers().logs(id, LogQuery.following())) {
            StringBuilder seen = new StringBuilder();
            while (seen.indexOf("ready") < 0) {
                seen.append(text(logs.next().orElseThrow()));
            }
        }
        return id;
    }

    /// Runs a container to its end.
    public String run(ContainerSpec spec) throws EngineException {
        String id = start(spec);
        engine.containers().waitFor(id, WaitCondition.NOT_RUNNING);
        return id;
    }

    public static String text(LogFrame frame) {
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }

    /// All that one stream of a process has to the end.
    public static String readAll(LogStream stream, StreamType type) throws EngineException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (LogFrame frame : all(stream)) {
            if (frame.type() == type) {
                all.writeBytes(frame.bytes());
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /// All items of a stream that ends.
    public static <T> List<T> all(EngineStream<T> stream) throws EngineException {
        List<T> all = new ArrayList<>();
        for (Optional<T> item = stream.next(); item.isPresent(); item = stream.next()) {
            all.add(item.get());
        }
        return all;
    }

    /// Removes the test's containers and disconnects.
    @Override
    public void close() throws EngineException {
        for (String id : created) {
            try {
                engine.containers().remove(id, RemoveOptions.withEverything());
            } catch (NotFoundException removedByTheTest) {
                assert removedByTheTest.status().isPresent();
            }
        }
        engine.close();
    }
}
