package io.quayside.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;

/// One result. Lower is better in all of them.
///
/// @param name what `./bench NAME` takes
/// @param peer the same of the peer; empty where there is none to compare with
/// @param aim as it is written in the requirements: a ratio, or an amount in `unit`
/// @param what in words, with the amount of work
public record Figure(String name, double ours, OptionalDouble peer, String aim, String unit, String what) {
    /// Against a peer, measured in the same run.
    public static Figure against(String name, double ours, double peer, String aim, String unit, String what) {
        return new Figure(name, ours, OptionalDouble.of(peer), aim, unit, what);
    }

    /// Against nothing but its aim.
    public static Figure alone(String name, double ours, String aim, String unit, String what) {
        return new Figure(name, ours, OptionalDouble.empty(), aim, unit, what);
    }

    /// `NAME OURS PEER RATIO AIM UNIT WHAT`, with tabs between.
    String line() {
        boolean comparable = peer.isPresent() && peer.getAsDouble() > 0;
        return String.join(
                "\t",
                name,
                amount(ours),
                peer.isPresent() ? amount(peer.getAsDouble()) : "-",
                comparable ? String.format(Locale.ROOT, "%.2f", ours / peer.getAsDouble()) : "-",
                aim,
                unit,
                what);
    }

    private static String amount(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.3f" : "%.1f", number);
    }
}
