package io.quayside.vm.share;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What guests changed in the last moments, so that it isn't taken for a change of the host. Bounded. Thread-safe.
final class RecentChanges {
    private static final long KEPT = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 10_000;

    private final Map<TreePath, Long> times = new LinkedHashMap<>();

    synchronized void note(TreePath path) {
        times.remove(path);
        times.put(path, System.nanoTime());
        if (times.size() > MOST) {
            times.remove(times.keySet().iterator().next());
        }
    }

    synchronized boolean has(TreePath path) {
        Long when = times.get(path);
        return when != null && System.nanoTime() - when < KEPT;
    }
}
