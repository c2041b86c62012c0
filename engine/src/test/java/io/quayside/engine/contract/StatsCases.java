package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quayside.engine.error.ServerErrorException;
import io.quayside.engine.model.ContainerProcesses;
import io.quayside.engine.model.ContainerStats;
import io.quayside.engine.model.FilesystemChange;
import io.quayside.engine.resource.Containers;
import io.quayside.engine.stream.EngineStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Figures and processes of containers.
public interface StatsCases extends ContractCase {

    /// The system's counter moves in ticks of 10 ms and the container's in nanoseconds: between two samples that are a
    /// few ticks
    /// apart, a busy loop on one core may seem to take several.
    long FAR_BEYOND_A_TICK = 500_000_000;

    /// How far the counters of two samples are apart, in nanoseconds of the machine where the engine counts them, else
    /// of the
    /// container (Podman).
    private static long apart(ContainerStats first, ContainerStats second) {
        return first.cpu().systemNanos() > 0
                ? second.cpu().systemNanos() - first.cpu().systemNanos()
                : second.cpu().totalNanos() - first.cpu().totalNanos();
    }

    private Containers containers() {
        return fixture().engine().containers();
    }

    @Test
    default void statsKeepComing() throws Exception {
        String id = fixture().startReady(EngineFixture.shell("echo ready; while :; do :; done"));
        try (EngineStream<ContainerStats> stats = containers().stats(id)) {
            ContainerStats first = stats.next().orElseThrow();
            ContainerStats second = stats.next().orElseThrow();

            assertTrue(second.read().orElseThrow().isAfter(first.read().orElseThrow()));
            assertTrue(second.cpuPercent().orElseThrow() > 0, second::toString);
            assertTrue(second.cpuPercent().orElseThrow() < 150, second::toString);
            assertTrue(second.memoryUsed() > 0, second::toString);
            assertTrue(second.memoryUsed() <= second.memoryUsage());
            assertTrue(second.memoryLimit() > 0, second::toString);
            assertTrue(second.pids() >= 1, second::toString);
        }
    }

    @Test
    default void statsEndWhenClosedFromAnotherThread() throws Exception {
        String id = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));
        EngineStream<ContainerStats> stats = containers().stats(id);
        assertTrue(stats.next().isPresent());
        Threads.Running<Integer> reader =
                Threads.startBlocked(() -> EngineFixture.all(stats).size());

        stats.close();

        assertTrue(reader.result() <= 2);
        assertEquals(Optional.empty(), stats.next());
    }

    @Test
    default void twoSamplesGiveThePercentBetweenThem() throws Exception {
        String id = fixture().startReady(EngineFixture.shell("echo ready; while :; do :; done"));

        ContainerStats first = containers().statsNow(id);
        ContainerStats second = containers().statsNow(id);
        while (apart(first, second) < FAR_BEYOND_A_TICK) {
            second = containers().statsNow(id);
        }

        assertTrue(first.read().isPresent());
        assertTrue(second.cpuPercentSince(first).orElseThrow() > 0, second::toString);
        assertTrue(second.cpuPercentSince(first).orElseThrow() < 200, second::toString);
    }

    @Test
    default void stoppedContainerHasNoFigures() throws Exception {
        String id = fixture().run(EngineFixture.shell("true"));

        ContainerStats stats = containers().statsNow(id);

        assertEquals(0, stats.memoryUsed());
        assertEquals(0, stats.pids());
        assertTrue(stats.cpuPercent().isEmpty());
    }

    @Test
    default void topShowsTheProcesses() throws Exception {
        String id = fixture().startReady(EngineFixture.shell("echo ready; sleep 4321"));

        ContainerProcesses processes;
        try {
            processes = containers().top(id, "");
        } catch (ServerErrorException e) {
            assumeFalse(e.toString().contains("\"ps\": executable file not found"), "the engine's machine has no ps");
            throw e;
        }

        assertTrue(processes.titles().contains("PID"), processes::toString);
        assertTrue(
                processes.rows().stream()
                        .anyMatch(row -> row.size() == processes.titles().size()
                                && row.getLast().contains("sleep 4321")),
                processes::toString);
    }

    @Test
    default void changesNameWhatIsNewChangedAndGone() throws Exception {
        String id = fixture().run(EngineFixture.shell("echo x > /root/new; rm /www/index.html; sync"));

        List<FilesystemChange> changes = containers().changes(id);

        assertTrue(changes.contains(new FilesystemChange("/root/new", FilesystemChange.Kind.ADDED)));
        assertTrue(changes.contains(new FilesystemChange("/www/index.html", FilesystemChange.Kind.DELETED)));
        assertTrue(changes.contains(new FilesystemChange("/root", FilesystemChange.Kind.MODIFIED)));
    }

    @Test
    default void untouchedContainerHasNoChanges() throws Exception {
        String id = fixture().create(EngineFixture.shell("true"));

        assertFalse(containers().changes(id).stream()
                .anyMatch(change -> change.path().startsWith("/www")));
    }
}
