package io.quayside.desktop.cli;

import io.quayside.engine.host.StartStep;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Prints the steps of a start, each with the time it took, as they end.
final class StepPrinter {
    private final boolean silent;
    private int told;
    private List<StartStep> last = List.of();

    StepPrinter(boolean silent) {
        this.silent = silent;
    }

    synchronized void tell(List<StartStep> steps) {
        last = steps;
        while (!silent && told < steps.size() && steps.get(told).took().isPresent()) {
            print(steps.get(told));
            told++;
        }
    }

    /// All is done.
    synchronized void end() {
        tell(last);
    }

    private static void print(StartStep step) {
        double seconds = step.took().orElse(Duration.ZERO).toMillis() / 1000.0;
        System.out.println(String.format(Locale.ROOT, "%-32s %5.1f s", step.name(), seconds));
    }
}
