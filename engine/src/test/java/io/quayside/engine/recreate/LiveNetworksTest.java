package io.quayside.engine.recreate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.ContainerDetails;
import io.quayside.engine.run.RunFlag;
import io.quayside.engine.run.RunSpec;
import io.quayside.engine.run.RunSurroundings;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Containers that go to other networks while they run, on old and new engines.
@ParameterizedClass
@EnumSource(names = {"DOCKER_20_10", "DOCKER_28_5", "PODMAN"})
@Timeout(300)
class LiveNetworksTest {
    private static final RunSurroundings HERE = RunSurroundings.ofThisComputer();

    private final TestEngine real;
    private final Engine engine;

    LiveNetworksTest(EngineKind kind) throws EngineException {
        real = TestEngines.shared(kind);
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(real.socket()));
    }

    @BeforeEach
    void prepare() {
        TestImages.ensure(real);
        real.removeContainers();
        real.docker("network", "create", "livefront");
        real.docker("network", "create", "liveback");
    }

    @AfterEach
    void tidy() {
        real.removeContainers();
        engine.close();
    }

    @Test
    void theFirstNetworkIsLeftForOthersAndComesBack() throws Exception {
        String id = running("--network", "livefront", "--network-alias", "www", "-p", "127.0.0.1::80");
        String started = started(id);

        apply(
                id,
                line(id).with(RunFlag.NETWORK, List.of("name=liveback,alias=behind"))
                        .with(RunFlag.NETWORK_ALIAS, List.of()));

        ContainerDetails moved = engine.containers().inspect(id);
        assertEquals(Set.of("liveback"), moved.network().networks().keySet());
        assertTrue(moved.network().networks().get("liveback").aliases().contains("behind"));
        assertTrue(addresses(id).contains(address(moved, "liveback")), "the container has the address");
        assertEquals(1, moved.network().ports().get("80/tcp").size());
        assertEquals(List.of("liveback"), line(id).values(RunFlag.NETWORK));
        assertEquals(List.of("behind"), line(id).values(RunFlag.NETWORK_ALIAS));

        apply(
                id,
                line(id).with(RunFlag.NETWORK, List.of("livefront", "liveback"))
                        .with(RunFlag.NETWORK_ALIAS, List.of()));

        assertEquals(
                Set.of("livefront", "liveback"),
                engine.containers().inspect(id).network().networks().keySet());
        assertTrue(change(id, line(id)).isNothing());
        assertEquals(started, started(id));

        // A container made anew is where the old one was, and not where that had begun.
        apply(id, line(id).with(RunFlag.NETWORK, List.of()).with(RunFlag.NETWORK, "liveback"));
        Replacement made =
                change(id, line(id).with(RunFlag.ENV, List.of("A=1"))).recreate(engine, false);
        assertEquals(
                Set.of("liveback"),
                engine.containers().inspect(made.newId()).network().networks().keySet());
    }

    @Test
    void theUsualNetworkIsLeftAndComesBack() throws Exception {
        String id = running();
        Set<String> usual = engine.containers().inspect(id).network().networks().keySet();
        String started = started(id);

        apply(id, line(id).with(RunFlag.NETWORK, List.of("livefront")));
        assertEquals(
                Set.of("livefront"),
                engine.containers().inspect(id).network().networks().keySet());
        apply(id, line(id).with(RunFlag.NETWORK, List.of()));

        assertEquals(usual, engine.containers().inspect(id).network().networks().keySet());
        assertEquals(started, started(id));
        Replacement made = change(
                        id, line(id).with(RunFlag.NETWORK, "livefront").with(RunFlag.ENV, List.of("A=1")))
                .recreate(engine, false);
        assertEquals(
                Set.of("livefront"),
                engine.containers().inspect(made.newId()).network().networks().keySet());
        Replacement back = change(
                        made.newId(),
                        line(made.newId()).with(RunFlag.NETWORK, List.of()).with(RunFlag.ENV, List.of()))
                .recreate(engine, false);
        assertEquals(
                usual,
                engine.containers().inspect(back.newId()).network().networks().keySet());
    }

    @Test
    void theUsualNetworkBesideAnotherStaysAndIsLeft() throws Exception {
        String id = running();
        real.docker("network", "connect", "--alias", "www", "livefront", id);
        Set<String> both = engine.containers().inspect(id).network().networks().keySet();
        assertEquals(2, both.size());
        assertEquals(2, line(id).values(RunFlag.NETWORK).size());
        assertTrue(change(id, line(id)).isNothing());

        Replacement made =
                change(id, line(id).with(RunFlag.ENV, List.of("A=1"))).recreate(engine, false);
        ContainerDetails anew = engine.containers().inspect(made.newId());
        assertEquals(both, anew.network().networks().keySet());
        assertTrue(anew.network().networks().get("livefront").aliases().contains("www"));
        assertTrue(change(made.newId(), line(made.newId())).isNothing());

        String started = started(made.newId());
        apply(made.newId(), line(made.newId()).with(RunFlag.NETWORK, List.of("name=livefront,alias=www")));
        assertEquals(
                Set.of("livefront"),
                engine.containers().inspect(made.newId()).network().networks().keySet());
        apply(
                made.newId(),
                line(made.newId())
                        .with(RunFlag.NETWORK_ALIAS, List.of())
                        .with(RunFlag.NETWORK, List.of("bridge", "livefront")));
        assertEquals(
                both,
                engine.containers().inspect(made.newId()).network().networks().keySet());
        assertEquals(started, started(made.newId()));
    }

    @Test
    void whenOneNetworkCanNotBeJoinedAllIsAsItWas() throws Exception {
        String id = running("--network", "livefront", "--network-alias", "www");
        ContainerEdit.Change change = change(
                id,
                line(id).with(RunFlag.NETWORK_ALIAS, List.of()).with(RunFlag.NETWORK, List.of("liveback", "nowhere")));
        assertFalse(change.needsNew());
        assertTrue(change.leavesNetworks());

        assertThrows(EngineException.class, () -> change.applyLive(engine));

        ContainerDetails after = engine.containers().inspect(id);
        assertEquals(Set.of("livefront"), after.network().networks().keySet());
        assertTrue(after.network().networks().get("livefront").aliases().contains("www"));
        assertTrue(addresses(id).contains(address(after, "livefront")), "the container is there again");
    }

    @Test
    void whatIsNoNetworkOfItsOwnNeedsANewContainer() throws Exception {
        String front = running("--network", "livefront");
        for (String mode : List.of("host", "none", "container:" + front)) {
            assertTrue(change(front, line(front).with(RunFlag.NETWORK, mode)).needsNew(), mode);
        }
        for (String mode : List.of("none", "container:web", "host")) {
            String id = real.docker(
                            "run", "-d", "--stop-signal", "KILL", "--network", mode, TestImages.BUSYBOX, "sleep", "600")
                    .strip();
            ContainerEdit.Change change = change(id, line(id).with(RunFlag.NETWORK, "liveback"));
            assertTrue(change.needsNew(), mode);
            if (!mode.equals("host")) {
                continue;
            }
            Replacement made = change.recreate(engine, false);
            assertNotEquals(id, made.newId());
            assertEquals(
                    Set.of("liveback"),
                    engine.containers()
                            .inspect(made.newId())
                            .network()
                            .networks()
                            .keySet());
        }
    }

    private String running(String... options) {
        List<String> words = new ArrayList<>(List.of("run", "-d", "--name", "web", "--stop-signal", "KILL"));
        words.addAll(List.of(options));
        words.addAll(List.of(TestImages.BUSYBOX, "sleep", "600"));
        return real.docker(words.toArray(String[]::new)).strip();
    }

    private RunSpec line(String id) throws EngineException {
        return ContainerEdit.of(engine, id).line();
    }

    private ContainerEdit.Change change(String id, RunSpec wanted) throws Exception {
        return ContainerEdit.of(engine, id).to(wanted, HERE);
    }

    private void apply(String id, RunSpec wanted) throws Exception {
        ContainerEdit.Change change = change(id, wanted);
        assertFalse(change.needsNew());
        change.applyLive(engine);
    }

    private String started(String id) {
        return real.docker("inspect", "--format", "{{.State.StartedAt}}", id);
    }

    private static String address(ContainerDetails details, String network) {
        return details.network().networks().get(network).ipAddress() + "/";
    }

    private String addresses(String id) {
        return real.docker("exec", id, "ip", "-4", "addr");
    }
}
