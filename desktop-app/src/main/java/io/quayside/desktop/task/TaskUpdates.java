package io.quayside.desktop.task;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Merges what running tasks say about themselves, so that the FX thread hears of it at a capped rate: one post per
/// interval for all tasks together, however much they report.
///
/// Threads: [#changed(RunningTask)] is called by any; the lock covers the set and the flag, never the painting.
final class TaskUpdates {
    static final Duration INTERVAL = Duration.ofMillis(200);

    private final FxThread fx;
    private final Object lock = new Object();
    private final Set<RunningTask> waiting = new LinkedHashSet<>();
    private boolean scheduled;

    TaskUpdates(FxThread fx) {
        this.fx = fx;
    }

    void changed(RunningTask task) {
        synchronized (lock) {
            waiting.add(task);
            if (scheduled) {
                return;
            }
            scheduled = true;
        }
        fx.after(INTERVAL, this::paint);
    }

    private void paint() {
        List<RunningTask> due;
        synchronized (lock) {
            scheduled = false;
            due = List.copyOf(waiting);
            waiting.clear();
        }
        due.forEach(RunningTask::paint);
    }
}
