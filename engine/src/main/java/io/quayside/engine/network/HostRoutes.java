package io.quayside.engine.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The routes of this computer, from Linux's `/proc`. None where there is no `/proc`.
public final class HostRoutes {
    private static final int V6_FIELDS = 10;
    private static final int V4_FIELDS = 8;
    private static final String REJECT_DEVICE = "lo";

    private final Path proc;

    /// @param proc where the kernel tells of itself
    public HostRoutes(Path proc) {
        this.proc = proc;
    }

    /// The present computer's.
    public static HostRoutes ofThisComputer() {
        return new HostRoutes(Path.of("/proc"));
    }

    /// All but the default routes, which every address would match, and the computer's own addresses. Reads files.
    public List<HostRoute> read() {
        List<HostRoute> routes = new ArrayList<>();
        for (String line : lines("net/route")) {
            v4(line.strip().split("\\s+")).ifPresent(routes::add);
        }
        for (String line : lines("net/ipv6_route")) {
            v6(line.strip().split("\\s+")).ifPresent(routes::add);
        }
        return routes.stream()
                .filter(route -> route.range().length() > 0 && !route.device().equals(REJECT_DEVICE))
                .filter(route -> !route.range().address().isLinkLocalAddress()
                        && !route.range().address().isMulticastAddress())
                .toList();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(proc.resolve(file));
        } catch (IOException e) {
            return List.of(); // no such table: another system, or no IPv6
        }
    }

    /// `eth0 000011AC 00000000 0001 0 0 0 0000FFFF`: numbers in the order of bytes of the processor.
    private static Optional<HostRoute> v4(String[] fields) {
        if (fields.length < V4_FIELDS || !fields[1].matches("[0-9A-F]{8}") || !fields[7].matches("[0-9A-F]{8}")) {
            return Optional.empty();
        }
        int address = Integer.reverseBytes(Integer.parseUnsignedInt(fields[1], 16));
        int mask = Integer.reverseBytes(Integer.parseUnsignedInt(fields[7], 16));
        byte[] bytes = {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address};
        return range(bytes, Integer.bitCount(mask)).map(range -> new HostRoute(range, fields[0]));
    }

    /// `fe80000000000000… 40 … eth0`: destination first, its length in hexadecimal next, the device last.
    private static Optional<HostRoute> v6(String[] fields) {
        if (fields.length < V6_FIELDS || !fields[0].matches("[0-9a-f]{32}") || !fields[1].matches("[0-9a-f]{2}")) {
            return Optional.empty();
        }
        return range(HexFormat.of().parseHex(fields[0]), Integer.parseInt(fields[1], 16))
                .filter(range -> range.length() < Byte.SIZE * 16)
                .map(range -> new HostRoute(range, fields[fields.length - 1]));
    }

    private static Optional<IpRange> range(byte[] address, int length) {
        try {
            return Optional.of(new IpRange(InetAddress.getByAddress(address), length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Only thrown for another number of bytes", e);
        }
    }
}
