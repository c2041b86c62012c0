package io.quayside.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.host.AddressBlock.Route;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {
    private static final String HEAD =
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT";

    /// As the kernel writes it: the bytes of the address from last to first.
    private static String line(String destination, String mask) {
        return "eth0\t" + destination + "\t00000000\t0001\t0\t0\t0\t" + mask + "\t0\t0\t0";
    }

    @Test
    void firstBlockThatNothingUsesIsChosen() {
        List<Route> routes = AddressBlock.routes(List.of(
                HEAD,
                line("00000000", "00000000"), // the default route leads everywhere and means nothing
                line("00001FAC", "0000FFFF"), // 172.31.0.0/16
                line("00051EAC", "00FFFFFF"))); // 172.30.5.0/24
        assertEquals(Optional.of(new AddressBlock(172, 29)), AddressBlock.choose(routes, Optional.empty()));
    }

    @Test
    void blockOfBeforeIsKeptWhileItIsFree() {
        AddressBlock before = new AddressBlock(10, 207);
        assertEquals(Optional.of(before), AddressBlock.choose(List.of(), Optional.of(before)));
        List<Route> taken = AddressBlock.routes(List.of(line("0000CF0A", "0000FFFF")));
        assertEquals(Optional.of(new AddressBlock(172, 31)), AddressBlock.choose(taken, Optional.of(before)));
    }

    @Test
    void wideRoutesTakeWhatLiesInThem() {
        List<Route> vpn = AddressBlock.routes(List.of(line("000010AC", "0000F0FF"))); // 172.16.0.0/12
        assertEquals(Optional.of(new AddressBlock(10, 240)), AddressBlock.choose(vpn, Optional.empty()));
        List<Route> all = AddressBlock.routes(
                List.of(line("000010AC", "0000F0FF"), line("0000000A", "000000FF"))); // and 10.0.0.0/8
        assertEquals(Optional.empty(), AddressBlock.choose(all, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eth0", "eth0 x x x x x x x", "eth0\tZZZZZZZZ\t0\t0\t0\t0\t0\tFFFFFFFF"})
    void linesThatAreNoRoutesAreLeftOut(String line) {
        assertEquals(List.of(), AddressBlock.routes(List.of(line)));
    }

    @Test
    void addressesLieInTheBlock() {
        AddressBlock block = AddressBlock.parse("172.29.0.0/16").orElseThrow();
        assertEquals("172.29.0.1", block.gateway());
        assertEquals("172.29.128.0/17", block.networkPool());
        assertTrue(block.contains("172.29.200.3"));
        assertFalse(block.contains("172.2.9.1"));
        assertEquals("172.29.0.0/16", block.toString());
    }

    @ParameterizedTest
    @CsvSource({"''", "172.29.0.0", "172.29.1.0/16", "a.b.0.0/16", "172.29.0.0/17"})
    void whatIsNoBlockIsNone(String text) {
        assertEquals(Optional.empty(), AddressBlock.parse(text));
    }
}
