package io.quayside.desktop.ui.run;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Address ranges.
final class Subnets {
    private static final Pattern V4 =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
    private static final int BITS = 32;

    private Subnets() {}

    /// Whether an IPv4 range has this address.
    static boolean holds(String range, String address) {
        Matcher in = V4.matcher(range);
        Matcher one = V4.matcher(address);
        if (!in.matches() || !one.matches()) {
            return false;
        }
        int length = in.group(5) == null ? BITS : Math.min(BITS, Integer.parseInt(in.group(5)));
        long mask = -1L << (BITS - length);
        return (number(in) & mask) == (number(one) & mask);
    }

    private static long number(Matcher address) {
        long all = 0;
        for (int i = 1; i <= 4; i++) {
            all = all << 8 | Integer.parseInt(address.group(i));
        }
        return all;
    }
}
