package io.quayside.desktop.state.stats;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// How fast containers write to disks, from how much each had written at each of its samples. Between two samples of a
/// container its rate is that of the two before. One thread at a time.
final class WriteRates {
    private record Rate(ContainerSample last, double perSecond) {}

    private final Map<String, Rate> rates = new HashMap<>();

    /// Takes the latest samples of all running containers; others are forgotten.
    ///
    /// @return bytes per second of all together; NaN while one has been measured once only
    double take(Map<String, SampleRing> running) {
        rates.keySet().retainAll(running.keySet());
        double sum = 0;
        for (Map.Entry<String, SampleRing> entry : running.entrySet()) {
            Optional<Rate> next = next(rates.get(entry.getKey()), entry.getValue());
            next.ifPresent(rate -> rates.put(entry.getKey(), rate));
            sum += next.map(Rate::perSecond).orElse(Double.NaN);
        }
        return sum;
    }

    private static Optional<Rate> next(@Nullable Rate known, SampleRing ring) {
        Optional<ContainerSample> latest = ring.latest();
        Optional<ContainerSample> before = known == null ? ring.oldest() : Optional.of(known.last());
        if (latest.isEmpty() || before.isEmpty()) {
            return Optional.empty();
        }
        ContainerSample now = latest.get();
        long nanos = now.atNanos() - before.get().atNanos();
        long written = now.blockWritten() - before.get().blockWritten();
        if (nanos <= 0) {
            return Optional.ofNullable(known);
        }
        // Less than before: it was started anew.
        double perSecond = written < 0 ? Double.NaN : written * (double) TimeUnit.SECONDS.toNanos(1) / nanos;
        return Optional.of(new Rate(now, perSecond));
    }
}
