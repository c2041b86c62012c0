package io.quayside.vm.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quayside.engine.network.HostListeners;
import io.quayside.vm.ports.Forward.Protocol;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortTroubleTest {
    private static final BindException REFUSED = new BindException("no");

    @Test
    void whoHasThePortIsNamedWithItsProcess() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Forward forward = new Forward(Protocol.TCP, "127.0.0.1", taken.getLocalPort(), 80);
            ForwardState.Conflict conflict = assertInstanceOf(
                    ForwardState.Conflict.class, PortTrouble.ofThisComputer().explain(forward, REFUSED));
            assertEquals("java, process " + ProcessHandle.current().pid(), conflict.holder());
        }
    }

    @Test
    void lowPortsNeedARight() {
        ForwardState state = nobody(1024).explain(new Forward(Protocol.TCP, "127.0.0.1", 80, 80), REFUSED);
        assertEquals(
                new ForwardState.Failed("This user may not open ports below 1024. An administrator can allow it:"
                        + " sysctl net.ipv4.ip_unprivileged_port_start=80"),
                state);
    }

    @Test
    void anAddressOfAnotherComputerIsSaidToBe() {
        ForwardState state = nobody(1).explain(new Forward(Protocol.TCP, "192.0.2.1", 80, 80), REFUSED);
        assertEquals(new ForwardState.Failed("This computer doesn't have the address 192.0.2.1."), state);
    }

    @Test
    void anythingElseIsInTheSystemsWords() {
        ForwardState state = nobody(1).explain(new Forward(Protocol.UDP, "0.0.0.0", 80, 80), REFUSED);
        assertEquals(new ForwardState.Failed("no"), state);
    }

    private static PortTrouble nobody(int lowest) {
        return new PortTrouble(new HostListeners(Path.of("/nonexistent")), lowest);
    }
}
