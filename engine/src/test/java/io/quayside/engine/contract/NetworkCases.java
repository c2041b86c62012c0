package io.quayside.engine.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.error.ConflictException;
import io.quayside.engine.error.RefusedException;
import io.quayside.engine.model.EndpointSettings;
import io.quayside.engine.model.Network;
import io.quayside.engine.model.NetworkSpec;
import io.quayside.engine.resource.Networks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Making networks, and putting containers into them.
public interface NetworkCases extends ContractCase {
    /// Ranges that no engine picks by itself, each for one test only: engines of all tests share this machine's routes.
    private static String range(int third) {
        return "10.241." + third + ".0/24";
    }

    private int own() {
        return Math.floorMod(
                fixture().daemon().host().hashCode() * 31
                        + fixture().daemon().kind().ordinal(),
                100);
    }

    @Test
    default void aNetworkIsMadeAsItIsAskedFor() throws Exception {
        Networks networks = fixture().engine().networks();
        int third = own();
        String name = fixture().newName("made");
        Network.Subnet v4 = new Network.Subnet(range(third), "10.241." + third + ".9", "10.241." + third + ".128/25");
        Network.Subnet v6 = new Network.Subnet("fd41:" + third + "::/64", "fd41:" + third + "::1", "");
        networks.create(new NetworkSpec(
                name,
                "bridge",
                List.of(v4, v6),
                true,
                true,
                true,
                Map.of("com.docker.network.driver.mtu", "1400"),
                Map.of("kind", "made")));
        try {
            Network made = networks.inspect(name);
            assertEquals("bridge", made.driver());
            assertEquals(Map.of("kind", "made"), made.labels());
            assertTrue(made.internal());
            assertTrue(made.ipv6());
            assertEquals(
                    Set.of(v4.subnet(), v6.subnet()),
                    Set.copyOf(
                            made.subnets().stream().map(Network.Subnet::subnet).toList()));
            assertTrue(
                    made.subnets().stream().anyMatch(subnet -> subnet.gateway().equals(v4.gateway())), made::toString);
            if (!fixture().isPodman()) {
                assertTrue(made.attachable());
                assertTrue(made.subnets().contains(v4), made::toString);
                assertEquals("1400", made.options().get("com.docker.network.driver.mtu"));
            }
            RefusedException taken =
                    assertThrows(RefusedException.class, () -> networks.create(NetworkSpec.named(name)));
            // Podman answers 500 and says so only in words.
            assertTrue(taken instanceof ConflictException || fixture().isPodman(), taken::toString);
            assertTrue(taken.engineMessage().orElseThrow().contains("already"), taken::toString);
            NetworkSpec over = NetworkSpec.named(fixture().newName("over"))
                    .withSubnets(List.of(new Network.Subnet(range(third), "", "")));
            RefusedException refused = assertThrows(RefusedException.class, () -> networks.create(over));
            assertTrue(refused.engineMessage().isPresent());
        } finally {
            networks.remove(name);
        }
    }

    @Test
    default void aContainerIsPutIntoANetworkWithNamesAndAnAddressAndTakenOut() throws Exception {
        Networks networks = fixture().engine().networks();
        int third = 100 + own();
        String name = fixture().newName("joined");
        networks.create(NetworkSpec.named(name).withSubnets(List.of(new Network.Subnet(range(third), "", ""))));
        String id = "";
        try {
            id = fixture().start(EngineFixture.shell("while :; do sleep 1; done"));
            String address = "10.241." + third + ".77";
            networks.connect(
                    name,
                    id,
                    EndpointSettings.builder()
                            .ipv4Address(address)
                            .aliases(List.of("www", "site"))
                            .build());
            EndpointSettings place = fixture()
                    .engine()
                    .containers()
                    .inspect(id)
                    .network()
                    .networks()
                    .get(name);
            assertEquals(address, place.ipAddress());
            assertTrue(place.aliases().containsAll(List.of("www", "site")), place::toString);
            if (!fixture().isPodman()) {
                assertEquals(
                        address + "/24",
                        networks.inspect(name).members().get(id).ipv4());
            }
            assertThrows(RefusedException.class, () -> networks.remove(name));
            networks.disconnect(name, id, true);
            assertFalse(fixture()
                    .engine()
                    .containers()
                    .inspect(id)
                    .network()
                    .networks()
                    .containsKey(name));
        } finally {
            if (!id.isEmpty()) {
                fixture().engine().containers().kill(id, "KILL");
            }
            networks.remove(name);
        }
    }
}
