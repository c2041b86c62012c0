package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.model.ContainerFilter;
import io.quayside.engine.model.ContainerSpec;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.HostConfig;
import io.quayside.engine.model.NetworkingSettings;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.PortMapping;
import io.quayside.engine.resource.Containers;
import io.quayside.testing.engine.TestImages;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Lists of containers.
public interface ListCases extends ContractCase {

    private Containers containers() {
        return fixture().engine().containers();
    }

    private List<String> ids(ContainerFilter filter) throws Exception {
        return containers().list(filter).stream().map(ContainerSummary::id).toList();
    }

    private ContainerSummary listed(String id) throws Exception {
        return containers().list(ContainerFilter.everything().withId(id)).getFirst();
    }

    @Test
    default void listShowsARunningContainer() throws Exception {
        ContainerSpec spec = EngineFixture.shell(
                EngineFixture.OBEDIENT,
                config -> config.labels(Map.of("a", "1", "b", "")).exposedPorts(Set.of("80/tcp", "53/udp")));
        spec = spec.with(HostConfig.builder()
                .networking(NetworkingSettings.builder()
                        .portBindings(Map.of("80/tcp", List.of(new PortBinding("127.0.0.1", ""))))
                        .build())
                .build());
        String id = fixture().startReady(spec);

        ContainerSummary summary = listed(id);

        assertEquals(id, summary.id());
        assertEquals(containers().inspect(id).name(), summary.name());
        assertTrue(summary.image().endsWith(TestImages.BUSYBOX), summary::image);
        assertEquals(
                fixture().engine().images().inspect(TestImages.BUSYBOX).id().replace("sha256:", ""),
                summary.imageId().replace("sha256:", ""));
        assertTrue(summary.command().startsWith("sh -c"), summary::command);
        assertTrue(summary.created().isAfter(Instant.EPOCH));
        assertEquals("1", summary.labels().get("a"));
        assertEquals("", summary.labels().get("b"));
        assertEquals(ContainerState.RUNNING, summary.state());
        assertTrue(summary.status().startsWith("Up"), summary::status);
        assertEquals(1, summary.networks().size());
        assertTrue(summary.sizeRw().isEmpty());
        PortMapping published = summary.ports().stream()
                .filter(PortMapping::isPublished)
                .findFirst()
                .orElseThrow();
        assertEquals(new PortMapping("127.0.0.1", 80, published.publicPort(), "tcp"), published);
        if (!fixture().isPodman()) {
            assertTrue(summary.ports().contains(new PortMapping("", 53, 0, "udp")), summary::toString);
            assertEquals("bridge", summary.networks().getFirst().network());
            assertTrue(summary.networks().getFirst().ip().contains("."), summary::toString);
        }
    }

    @Test
    default void listLeavesStoppedOnesOutUnlessAsked() throws Exception {
        String running = fixture().startReady(EngineFixture.shell(EngineFixture.OBEDIENT));
        String stopped = fixture().run(EngineFixture.shell("true"));
        awaitListedAsExited(stopped);

        List<String> shown = ids(ContainerFilter.running());
        List<String> all = ids(ContainerFilter.everything());

        assertTrue(shown.contains(running));
        assertTrue(!shown.contains(stopped));
        assertTrue(all.containsAll(List.of(running, stopped)));
    }

    @Test
    default void filtersNarrowTheList() throws Exception {
        String label = fixture().newName("filter");
        String one = fixture().create(EngineFixture.shell("true", config -> config.labels(Map.of(label, "one"))));
        String two = fixture().run(EngineFixture.shell("true", config -> config.labels(Map.of(label, "two"))));
        ContainerFilter both = ContainerFilter.everything().withLabel(label);

        assertEquals(Set.of(one, two), Set.copyOf(ids(both)));
        assertEquals(List.of(one), ids(ContainerFilter.everything().withLabel(label + "=one")));
        awaitListedAsExited(two);
        assertEquals(List.of(two), ids(both.withState(ContainerState.EXITED)));
        assertEquals(List.of(one), ids(both.withState(ContainerState.CREATED)));
        assertEquals(
                List.of(two),
                ids(ContainerFilter.everything()
                        .withName(containers().inspect(two).name() + "$")));
        assertEquals(List.of(), ids(both.with("ancestor", "quayside-nothing:1")));
    }

    @Test
    default void listByNetwork() throws Exception {
        String label = fixture().newName("network");
        String id = fixture()
                .startReady(EngineFixture.shell(EngineFixture.OBEDIENT, config -> config.labels(Map.of(label, ""))));
        String network = listed(id).networks().getFirst().network();

        assertEquals(
                List.of(id), ids(ContainerFilter.everything().withLabel(label).withNetwork(network)));
        assertEquals(
                List.of(), ids(ContainerFilter.everything().withLabel(label).withNetwork("quayside-none")));
    }

    @Test
    default void sizesAreMeasuredWhenAsked() throws Exception {
        String id = fixture().run(EngineFixture.shell("head -c 100000 /dev/zero > /big"));

        ContainerSummary summary = containers()
                .list(ContainerFilter.everything().withId(id).withSize())
                .getFirst();

        assertTrue(summary.sizeRw().orElseThrow() >= 100_000);
        assertTrue(summary.sizeRootFs().orElseThrow() > summary.sizeRw().orElseThrow());
        assertTrue(containers().inspectWithSize(id).sizeRw().orElseThrow() >= 100_000);
    }

    @Test
    default void hostileLabelsComeBackAsTheyWere() throws Exception {
        Map<String, String> labels = Map.of(
                "control",
                "a\u0000b\u0007\u001b[31mred\r\n\tend",
                "right-to-left",
                "\u202egnp.exe\u2066\u05d0",
                "emoji",
                "\ud83d\udea2 \u00e9\u0301",
                "long",
                "x".repeat(4096),
                "k".repeat(4096),
                "v",
                "quote\"back\\slash",
                "\"}],{\u2028");
        String id = fixture().create(EngineFixture.shell("true", config -> config.labels(labels)));

        Map<String, String> listed = listed(id).labels();
        Map<String, String> inspected = containers().inspect(id).labels();

        labels.forEach((key, value) -> {
            assertEquals(value, listed.get(key));
            assertEquals(value, inspected.get(key));
        });
    }

    private void awaitListedAsExited(String id) throws Exception {
        while (listed(id).state() != ContainerState.EXITED) {
            // Lists come from a copy that the engine updates a moment after it answers a wait.
            Thread.onSpinWait();
        }
    }
}
