package io.quayside.vm.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.model.PortMapping;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedPortsTest {
    @Test
    void addressThatWasAskedForIsKept() {
        assertEquals(
                Optional.of(new Forward(Forward.Protocol.TCP, "127.0.0.1", 8080, 8080)),
                PublishedPorts.forward(new PortMapping("127.0.0.1", 80, 8080, "tcp")));
    }

    @Test
    void bothKindsOfEverywhereAreOneForward() {
        assertEquals(
                PublishedPorts.forward(new PortMapping("0.0.0.0", 53, 53, "udp")),
                PublishedPorts.forward(new PortMapping("::", 53, 53, "udp")));
    }

    @Test
    void portThatIsNotPublishedIsNotForwarded() {
        assertEquals(Optional.empty(), PublishedPorts.forward(new PortMapping("", 80, 0, "tcp")));
    }

    @Test
    void forwardIsWrittenAsPeopleDo() {
        assertEquals("[::1]:53/udp", new Forward(Forward.Protocol.UDP, "::1", 53, 53).display());
    }
}
