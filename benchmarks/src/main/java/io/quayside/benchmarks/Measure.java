package io.quayside.benchmarks;

import java.io.IOException;
import java.util.List;

/// Measures some figures together, because they come from the same run.
///
/// @param names how all its figures begin
public record Measure(List<String> names, Run run) {
    /// The measuring itself.
    @FunctionalInterface
    public interface Run {
        List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException;
    }

    /// Whether one of its figures begins like that.
    boolean has(String start) {
        return names.stream().anyMatch(name -> name.startsWith(start) || start.startsWith(name));
    }
}
