package io.quayside.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HostNetworkTest {
    @Test
    void rangesAreRead() {
        assertEquals("172.17.0.0/16", range("172.17.0.0/16").toString());
        assertEquals(32, range("10.0.0.1").length());
        assertTrue(range("fd00::/8").contains(range("fd12:3456::1")));
        for (String wrong : List.of("", "web", "10.0.0.0/33", "10.0.0/8", "999.1.1.1", "10.0.0.0/x", "::/129", "a.b")) {
            assertEquals(Optional.empty(), IpRange.parse(wrong), wrong);
        }
    }

    @Test
    void rangesOverlapWhereOneIsInTheOther() {
        assertTrue(range("10.0.0.0/8").overlaps(range("10.9.0.0/16")));
        assertTrue(range("10.9.0.0/16").overlaps(range("10.0.0.0/8")));
        assertFalse(range("10.8.0.0/16").overlaps(range("10.9.0.0/16")));
        assertFalse(range("0.0.0.0/0").overlaps(range("::/0")));
        assertTrue(range("10.9.0.0/16").isExact());
        assertFalse(range("10.9.0.1/16").isExact());
        assertEquals(256, range("10.9.0.0/24").size().intValueExact());
    }

    @Test
    void routesAreReadWithTheirDevices(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net/route"), """
                Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
                eth0\t00000000\t010011AC\t0003\t0\t0\t0\t00000000\t0\t0\t0
                tun0\t0000000A\t00000000\t0001\t0\t0\t50\t0000FFFF\t0\t0\t0
                br-0123456789ab\t000015AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0
                garbage
                """);
        Files.writeString(proc.resolve("net/ipv6_route"), """
                fd770000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     wg0
                fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001    eth0
                00000000000000000000000000000001 80 00000000000000000000000000000000 00 00000000000000000000000000000000 00000000 00000002 00000000 80200001      lo
                """);
        List<HostRoute> routes = new HostRoutes(proc).read();
        assertEquals(
                List.of("10.0.0.0/16 tun0", "172.21.0.0/16 br-0123456789ab", "fd77:0:0:0:0:0:0:0/64 wg0"),
                routes.stream()
                        .map(route -> route.range() + " " + route.device())
                        .toList());
        assertEquals(
                List.of(true, false, true),
                routes.stream().map(HostRoute::isVpn).toList());
        assertEquals(
                List.of(false, true, false),
                routes.stream().map(HostRoute::isOfEngine).toList());
        assertEquals(List.of(), new HostRoutes(proc.resolve("none")).read());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aListeningProgramIsFound() throws IOException {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            List<HostListener> found = HostListeners.ofThisComputer().on(port -> port == own.getLocalPort());
            assertEquals(1, found.size(), found::toString);
            assertEquals("tcp", found.getFirst().protocol());
            assertEquals(
                    ProcessHandle.current().pid(),
                    found.getFirst().program().orElseThrow().pid());
            assertTrue(found.getFirst().address().isLoopbackAddress(), found::toString);
        }
    }

    private static IpRange range(String text) {
        return IpRange.parse(text).orElseThrow();
    }
}
