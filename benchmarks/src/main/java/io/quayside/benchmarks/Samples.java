package io.quayside.benchmarks;

import java.util.List;

/// What is made of several measurements of the same thing.
public final class Samples {
    private Samples() {}

    /// The middle one; of an even number the lower of the two.
    public static double median(List<Double> values) {
        return values.stream().sorted().toList().get((values.size() - 1) / 2);
    }

    /// For CPU, which the system counts in steps of 10 ms: only the sum of many turns says something.
    public static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
