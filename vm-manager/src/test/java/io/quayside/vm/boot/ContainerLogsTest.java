package io.quayside.vm.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.CreateOptions;
import io.quayside.engine.model.LogQuery;
import io.quayside.engine.model.WaitCondition;
import io.quayside.engine.stream.LogFrame;
import io.quayside.engine.stream.LogStream;
import io.quayside.testing.engine.TestImages;
import io.quayside.vm.Machines;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.model.ContainerLog;
import io.quayside.vm.model.TrimmedLogs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs that are cut while the engine may want them: what is left is read as before, and the container goes on.
@Tag("vm")
@Order(2)
class ContainerLogsTest {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerLogsTest.class);
    private static final int LINES = 20_000;
    private static final int KEPT = 100_000;

    @Test
    void longLogIsCutWhileItsContainerIsStoppedAndGrowsAgainAfterwards() throws Exception {
        LiveMachine machine = SharedMachine.get();
        assertTrue(GuestEngine.importBusybox(machine).contains(" 200 "));
        Machines machines = SharedMachine.machines();
        try (Engine engine = EngineFactory.connect(machine.endpoint())) {
            String id = engine.containers()
                    .create(
                            ContainerSpec.of(TestImages.BUSYBOX, "sh", "-c", "seq " + LINES + "; exec sleep 100000"),
                            CreateOptions.named("chatty"))
                    .id();
            engine.containers().start(id);
            awaitLast(engine, id, 1);

            ContainerLog running = logOf(machines, id);
            assertEquals(true, running.inUse());
            assertTrue(running.bytes() > 1_000_000, running::toString);
            assertEquals(
                    new TrimmedLogs(0, List.of(id)), machines.trimContainerLogs(SharedMachine.NAME, List.of(id), KEPT));
            assertEquals(numbers(1), read(engine, id, LogQuery.everything()));

            engine.containers().kill(id, "KILL");
            engine.containers().waitFor(id, WaitCondition.NOT_RUNNING);
            ContainerLog stopped = logOf(machines, id);
            assertEquals(false, stopped.inUse());
            TrimmedLogs trimmed = machines.trimContainerLogs(SharedMachine.NAME, List.of(id), KEPT);
            LOG.info("{} -> {}, freed {}", stopped, logOf(machines, id), trimmed.freedBytes());
            assertEquals(List.of(), trimmed.inUse());
            assertEquals(stopped.bytes() - logOf(machines, id).bytes(), trimmed.freedBytes());
            assertTrue(trimmed.freedBytes() > 1_000_000, trimmed::toString);
            List<String> left = read(engine, id, LogQuery.everything());
            int first = Integer.parseInt(left.getFirst());
            assertTrue(first > LINES / 2, () -> "from " + first);
            assertEquals(numbers(first), left);
            assertEquals(
                    numbers(LINES - 4), read(engine, id, LogQuery.everything().withTail(5)));

            engine.containers().start(id);
            awaitLast(engine, id, 2);
            List<String> all = read(engine, id, LogQuery.everything());
            assertEquals(numbers(first), all.subList(0, left.size()));
            assertEquals(numbers(1), all.subList(left.size(), all.size()));
            assertEquals(
                    numbers(LINES - 4), read(engine, id, LogQuery.everything().withTail(5)));
            engine.containers().kill(id, "KILL");
        }
    }

    private static ContainerLog logOf(Machines machines, String id) throws Exception {
        return machines.containerLogs(SharedMachine.NAME).stream()
                .filter(log -> log.container().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> numbers(int first) {
        return IntStream.rangeClosed(first, LINES).mapToObj(String::valueOf).toList();
    }

    /// Waits until the log has the last number that many times.
    private static void awaitLast(Engine engine, String id, int times) throws Exception {
        StringBuilder line = new StringBuilder();
        try (LogStream logs = engine.containers().logs(id, LogQuery.following())) {
            for (int seen = 0; seen < times; ) {
                line.append(new String(logs.next().orElseThrow().bytes(), StandardCharsets.UTF_8));
                for (int end = line.indexOf("\n"); end >= 0; end = line.indexOf("\n")) {
                    seen += line.substring(0, end).equals(LINES + "") ? 1 : 0;
                    line.delete(0, end + 1);
                }
            }
        }
    }

    private static List<String> read(Engine engine, String id, LogQuery query) throws Exception {
        StringBuilder text = new StringBuilder();
        try (LogStream logs = engine.containers().logs(id, query)) {
            for (Optional<LogFrame> frame = logs.next(); frame.isPresent(); frame = logs.next()) {
                text.append(new String(frame.get().bytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString().lines().toList();
    }
}
