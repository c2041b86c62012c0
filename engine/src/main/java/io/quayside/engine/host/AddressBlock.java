package io.quayside.engine.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// 65536 private addresses, `FIRST.SECOND.0.0/16`, for all networks of one engine.
record AddressBlock(int first, int second) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.0\\.0/16");
    private static final int BITS = 16;

    /// A range of addresses that something on this computer is reached by.
    record Route(int address, int mask) {
        boolean meets(AddressBlock block) {
            int blockMask = -1 << BITS;
            int common = mask & blockMask;
            return (address & common) == (block.base() & common);
        }
    }

    static Optional<AddressBlock> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new AddressBlock(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /// A block that no route meets: the one used before if possible, since containers keep their networks.
    static Optional<AddressBlock> choose(List<Route> routes, Optional<AddressBlock> before) {
        List<AddressBlock> candidates = new ArrayList<>();
        before.ifPresent(candidates::add);
        for (int second = 31; second >= 20; second--) {
            candidates.add(new AddressBlock(172, second));
        }
        for (int second = 240; second >= 200; second--) {
            candidates.add(new AddressBlock(10, second));
        }
        return candidates.stream()
                .filter(block -> routes.stream().noneMatch(route -> route.meets(block)))
                .findFirst();
    }

    /// Reads `/proc/net/route`, the default route left out: it leads everywhere.
    static List<Route> routes(List<String> lines) {
        List<Route> routes = new ArrayList<>();
        for (String line : lines) {
            String[] columns = line.split("\\s+");
            if (columns.length > 7 && columns[1].matches("[0-9A-Fa-f]{8}") && columns[7].matches("[0-9A-Fa-f]{8}")) {
                int mask = Integer.reverseBytes(Integer.parseUnsignedInt(columns[7], 16));
                if (mask != 0) {
                    routes.add(new Route(Integer.reverseBytes(Integer.parseUnsignedInt(columns[1], 16)), mask));
                }
            }
        }
        return routes;
    }

    String gateway() {
        return first + "." + second + ".0.1";
    }

    /// Where the networks that users create get their addresses.
    String networkPool() {
        return first + "." + second + ".128.0/17";
    }

    boolean contains(String address) {
        return address.startsWith(first + "." + second + ".");
    }

    @Override
    public String toString() {
        return first + "." + second + ".0.0/16";
    }

    private int base() {
        return first << 24 | second << BITS;
    }
}
