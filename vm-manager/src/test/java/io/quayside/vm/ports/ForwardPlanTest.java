package io.quayside.vm.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.ContainerSummary;
import io.quayside.engine.model.NetworkAddress;
import io.quayside.engine.model.PortBinding;
import io.quayside.engine.model.PortMapping;
import io.quayside.vm.ports.Forward.Protocol;
import io.quayside.vm.ports.ForwardPlan.Entry;
import io.quayside.vm.ports.ForwardStatus.Origin;
import io.quayside.vm.ports.PortSettings.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ForwardPlanTest {
    private static final PortSettings EVERYBODY = PortSettings.USUAL.withPublishedTo(Reach.EVERYBODY);

    @Test
    void portWithoutAnAddressIsForThisComputerUnlessTheSettingsSayOtherwise() {
        List<PortMapping> both =
                List.of(new PortMapping("0.0.0.0", 80, 8080, "tcp"), new PortMapping("::", 80, 8080, "tcp"));
        assertEquals(
                List.of(automatic("web:80", new Forward(Protocol.TCP, "127.0.0.1", 8080, 8080))),
                plan(both, Map.of(), PortSettings.USUAL));
        assertEquals(
                List.of(automatic("web:80", new Forward(Protocol.TCP, "0.0.0.0", 8080, 8080))),
                plan(both, Map.of(), EVERYBODY));
    }

    @Test
    void everywhereIsHonouredWhenItWasAskedFor() {
        assertEquals(
                List.of(automatic("web:53", new Forward(Protocol.UDP, "0.0.0.0", 53, 53))),
                plan(
                        List.of(new PortMapping("0.0.0.0", 53, 53, "udp")),
                        Map.of("53/udp", List.of(new PortBinding("0.0.0.0", "53"))),
                        PortSettings.USUAL));
    }

    @Test
    void loopbackIsTheGuestsOwnToo() {
        assertEquals(
                List.of(automatic("web:80", new Forward(Protocol.TCP, "127.0.0.2", 80, "127.0.0.2", 80))),
                plan(List.of(new PortMapping("127.0.0.2", 80, 80, "tcp")), Map.of(), EVERYBODY));
    }

    @Test
    void anAddressThatOnlyTheHostHasLeadsToTheContainersOwn() {
        assertEquals(
                List.of(automatic("web:80", new Forward(Protocol.TCP, "192.168.7.4", 8080, "172.17.0.2", 80))),
                plan(List.of(new PortMapping("192.168.7.4", 80, 8080, "tcp")), Map.of(), EVERYBODY));
    }

    @Test
    void whatIsNotPublishedOrNotUnderstoodIsLeftOut() {
        assertEquals(
                List.of(),
                plan(
                        List.of(
                                new PortMapping("", 80, 0, "tcp"),
                                new PortMapping("", 80, 80, "sctp"),
                                new PortMapping("nonsense", 80, 80, "tcp")),
                        Map.of(),
                        EVERYBODY));
    }

    @Test
    void rulesLeadToTheMachineOrToAContainerThatRuns() {
        PortRule machine = new PortRule(Protocol.TCP, "127.0.0.1", 2375, "", 2375);
        PortRule web = new PortRule(Protocol.TCP, "0.0.0.0", 80, "web", 8000);
        PortRule absent = new PortRule(Protocol.UDP, "127.0.0.1", 53, "dns", 53);
        assertEquals(
                List.of(
                        new Entry(
                                Protocol.TCP,
                                "127.0.0.1",
                                2375,
                                "port 2375 of the machine",
                                Origin.RULE,
                                Optional.of(new Forward(Protocol.TCP, "127.0.0.1", 2375, 2375))),
                        new Entry(
                                Protocol.TCP,
                                "0.0.0.0",
                                80,
                                "web:8000",
                                Origin.RULE,
                                Optional.of(new Forward(Protocol.TCP, "0.0.0.0", 80, "172.17.0.2", 8000))),
                        new Entry(Protocol.UDP, "127.0.0.1", 53, "dns:53", Origin.RULE, Optional.empty())),
                plan(List.of(), Map.of(), PortSettings.USUAL.withRules(List.of(machine, web, absent))));
    }

    @Test
    void ruleNeedsALiteralAddressAndPorts() {
        assertThrows(IllegalArgumentException.class, () -> new PortRule(Protocol.TCP, "example.org", 80, "", 80));
        assertThrows(IllegalArgumentException.class, () -> new PortRule(Protocol.TCP, "127.0.0.1", 0, "", 80));
    }

    @Test
    void forwardIsWrittenAsPeopleDo() {
        assertEquals("[::1]:53/udp", new Forward(Protocol.UDP, "::1", 53, 53).display());
    }

    private static List<Entry> plan(
            List<PortMapping> ports, Map<String, List<PortBinding>> asked, PortSettings settings) {
        return ForwardPlan.of(List.of(web(ports)), id -> asked, settings).entries();
    }

    private static Entry automatic(String target, Forward forward) {
        return new Entry(
                forward.protocol(), forward.address(), forward.port(), target, Origin.AUTOMATIC, Optional.of(forward));
    }

    private static ContainerSummary web(List<PortMapping> ports) {
        return new ContainerSummary(
                "f0c2",
                List.of("web"),
                "busybox",
                "sha256:1",
                "httpd",
                Instant.EPOCH,
                ports,
                Map.of(),
                ContainerState.RUNNING,
                "Up",
                List.of(),
                List.of(new NetworkAddress("bridge", "b1", "172.17.0.2", "", "172.17.0.1", "")),
                "bridge",
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }
}
