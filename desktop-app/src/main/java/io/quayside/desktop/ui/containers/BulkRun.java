package io.quayside.desktop.ui.containers;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Many small actions of one task: a few at a time, with their number as progress. Cancelling ends those under way and
/// begins no more.
final class BulkRun {
    private static final int AT_A_TIME = 8;

    private final int total;
    private final TaskContext context;
    private final List<BooleanSupplier> actions = new ArrayList<>();

    BulkRun(int total, TaskContext context) {
        this.total = total;
        this.context = context;
    }

    void add(BooleanSupplier action) {
        actions.add(action);
    }

    /// Runs all and returns how many succeeded.
    int await() throws InterruptedException, ExecutionException {
        Semaphore places = new Semaphore(AT_A_TIME);
        AtomicInteger finished = new AtomicInteger();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("bulk-", 0).factory());
                Subscription _ = context.onCancel(threads::shutdownNow)) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (BooleanSupplier action : actions) {
                results.add(threads.submit(() -> {
                    places.acquire();
                    try {
                        return action.getAsBoolean();
                    } finally {
                        places.release();
                        context.progress(finished.incrementAndGet(), total);
                    }
                }));
            }
            int succeeded = 0;
            for (Future<Boolean> result : results) {
                succeeded += result.get() ? 1 : 0;
            }
            return succeeded;
        }
    }
}
