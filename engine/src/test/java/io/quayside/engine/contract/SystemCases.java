package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.DiskUsage;
import io.quayside.engine.model.EngineEvent;
import io.quayside.engine.model.EngineInfo;
import io.quayside.engine.model.EngineVersion;
import io.quayside.engine.model.EventFilter;
import io.quayside.engine.model.EventType;
import io.quayside.engine.model.PingResult;
import io.quayside.engine.model.RemoveOptions;
import io.quayside.engine.stream.EngineStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The engine itself.
public interface SystemCases extends ContractCase {

    @Test
    default void pingSaysWhoAnswers() throws Exception {
        PingResult ping = fixture().engine().system().ping();

        assertEquals("linux", ping.osType().isEmpty() ? "linux" : ping.osType());
        assertTrue(ApiVersion.parse(ping.apiVersion()).isPresent(), ping::toString);
        assertEquals(fixture().isPodman(), ping.isPodman());
    }

    @Test
    default void apiVersionLiesInTheEnginesOwnRange() throws Exception {
        EngineVersion version = fixture().engine().system().version();
        ApiVersion used = fixture().engine().apiVersion();

        assertTrue(used.compareTo(ApiVersion.parse(version.minApiVersion()).orElseThrow()) >= 0);
        assertTrue(used.compareTo(ApiVersion.parse(version.apiVersion()).orElseThrow()) <= 0);
    }

    @Test
    default void versionNamesTheEngineAndItsParts() throws Exception {
        EngineVersion version = fixture().engine().system().version();

        assertEquals("linux", version.os());
        assertEquals(fixture().isPodman(), version.isPodman());
        assertTrue(
                version.components().stream().anyMatch(part -> part.version().equals(version.version())),
                version::toString);
    }

    @Test
    default void infoCountsWhatThereIs() throws Exception {
        fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));

        EngineInfo info = fixture().engine().system().info();

        assertTrue(info.containersRunning() >= 1);
        assertTrue(info.containers() >= info.containersRunning());
        assertTrue(info.images() >= 2);
        assertTrue(info.cpus() >= 1);
        assertTrue(info.memory() > 0);
        assertEquals(fixture().engine().system().version().version(), info.serverVersion());
        assertFalse(info.runtimes().isEmpty());
        assertFalse(info.isRootless());
        assertTrue(info.json().text().contains("\"NCPU\""));
    }

    @Test
    default void diskUsageMeasuresImagesAndContainers() throws Exception {
        String id = fixture().run(EngineFixture.shell("head -c 100000 /dev/zero > /big"));

        DiskUsage usage = fixture().engine().system().diskUsage();

        assertTrue(fixture().isPodman() || usage.layersSize() > 0);
        assertTrue(usage.images().stream().anyMatch(image -> image.size() > 100_000));
        assertTrue(usage.containers().stream()
                .anyMatch(container ->
                        container.id().equals(id) && container.sizeRw().orElse(0) >= 100_000));
    }

    @Test
    default void eventsTellTheLifeOfAContainer() throws Exception {
        List<String> actions = new ArrayList<>();
        try (EngineStream<EngineEvent> events = fixture()
                .engine()
                .system()
                .events(EventFilter.everything().since(Instant.now()).with(EventType.CONTAINER))) {
            String id = fixture().run(EngineFixture.shell("exit 3"));
            fixture().engine().containers().remove(id, RemoveOptions.plain());
            EngineEvent event;
            do {
                event = events.next().orElseThrow();
                if (event.id().equals(id)) {
                    assertEquals(EventType.CONTAINER, event.type());
                    assertFalse(event.attribute("name").isEmpty());
                    assertTrue(event.time().isAfter(Instant.EPOCH));
                    actions.add(event.action() + (event.action().equals("die") ? exitCodeOf(event) : ""));
                }
            } while (!List.of("destroy", "remove").contains(event.action()));
        }

        assertTrue(actions.containsAll(List.of("create", "start", "die3")), actions::toString);
    }

    private static String exitCodeOf(EngineEvent event) {
        return event.attribute("exitCode").isEmpty()
                ? event.attribute("containerExitCode")
                : event.attribute("exitCode");
    }

    @Test
    default void eventsOfThePastEndAtTheirTime() throws Exception {
        assumeFalse(fixture().isPodman(), "Podman gives such a list, or nothing, as it happens");
        Instant before = Instant.now();
        String id = fixture().run(EngineFixture.shell("true"));

        List<EngineEvent> past;
        try (EngineStream<EngineEvent> events = fixture()
                .engine()
                .system()
                .events(EventFilter.everything().since(before).until(Instant.now()))) {
            past = EngineFixture.all(events);
        }

        assertTrue(past.stream()
                .anyMatch(event -> event.id().equals(id) && event.action().equals("start")));
    }

    @Test
    default void eventsEndWhenClosedFromAnotherThread() throws Exception {
        EngineStream<EngineEvent> events =
                fixture().engine().system().events(EventFilter.everything().with(EventType.PLUGIN));
        Threads.Running<Optional<EngineEvent>> reader = Threads.startBlocked(events::next);

        events.close();

        assertEquals(Optional.empty(), reader.result());
        assertEquals(Optional.empty(), events.next());
    }

    @Test
    default void eventsEndWhenTheReaderIsInterrupted() throws Exception {
        try (EngineStream<EngineEvent> events =
                fixture().engine().system().events(EventFilter.everything().with(EventType.PLUGIN))) {
            Threads.Running<Optional<EngineEvent>> reader = Threads.startBlocked(events::next);

            reader.thread().interrupt();

            assertThrows(CancelledException.class, reader::result);
        }
    }

    @Test
    default void closingTheEngineEndsItsStreams() throws Exception {
        EngineStream<EngineEvent> events =
                fixture().engine().system().events(EventFilter.everything().with(EventType.PLUGIN));
        Threads.Running<Optional<EngineEvent>> reader = Threads.startBlocked(events::next);

        fixture().engine().close();

        assertThrows(CancelledException.class, reader::result);
        assertThrows(
                CancelledException.class, () -> fixture().engine().containers().list(ContainerFilter.everything()));
    }
}
