package io.quayside.desktop.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end, as a list of steps in order. A step that fails or takes too long is noted and the next one runs all the
/// same, so that whatever goes wrong, the app ends and the later steps have had their turn.
///
/// Threads: [#begin(Runnable)] returns at once; the steps run one after the other on threads of their own, so that one
/// that hangs doesn't hold the others.
public final class Shutdown {
    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    /// What one step does. May block.
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private record Step(String name, Duration patience, Work work) {}

    private final List<Step> steps = new ArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();

    /// Adds the next step.
    ///
    /// @param name in the log: "cancel tasks"
    /// @param patience how long it may take before the next one begins
    public Shutdown step(String name, Duration patience, Work work) {
        steps.add(new Step(name, patience, work));
        return this;
    }

    /// Runs all steps, then `last`. Only the first call does anything.
    public void begin(Runnable last) {
        if (begun.compareAndSet(false, true)) {
            List<Step> all = List.copyOf(steps);
            Thread.ofPlatform().name("shutdown").start(() -> {
                try {
                    run(all);
                } finally {
                    last.run();
                }
            });
        }
    }

    private static void run(List<Step> all) {
        ExecutorService executor = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("shutdown-step-", 0).factory());
        for (Step step : all) {
            try {
                run(step, executor);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOG.warn("Quitting was interrupted before: {}", step.name);
                break;
            }
        }
        executor.shutdownNow();
    }

    private static void run(Step step, ExecutorService executor) throws InterruptedException {
        Future<?> result = executor.submit(() -> {
            step.work.run();
            return null;
        });
        try {
            result.get(step.patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            LOG.warn("A step of quitting failed: {}", step.name, e.getCause());
        } catch (TimeoutException e) {
            result.cancel(true);
            LOG.warn("A step of quitting took more than {} and was left: {}", step.patience, step.name);
        }
    }
}
