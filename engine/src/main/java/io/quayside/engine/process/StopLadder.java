package io.quayside.engine.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a process in steps: ask, wait, kill, wait. Knows it by its identity, so it never hits another process that got
/// the
/// same number.
///
/// @param patience how long it may take to end after it was asked
/// @param lastWait how long the system may take to end it after it was killed
public record StopLadder(Duration patience, Duration lastWait) {
    private static final Logger LOG = LoggerFactory.getLogger(StopLadder.class);
    private static final long CHECK_MILLIS = 50;

    /// How a process ended.
    public enum Result {
        /// It had ended before.
        GONE,
        /// It ended when asked.
        ENDED,
        /// It had to be killed.
        KILLED,
        /// It is still there.
        SURVIVED
    }

    public Result stop(ProcessIdentity identity) throws InterruptedException {
        Optional<ProcessHandle> found = identity.find();
        if (found.isEmpty()) {
            return Result.GONE;
        }
        found.get().destroy();
        if (awaitEnd(identity, patience)) {
            return Result.ENDED;
        }
        LOG.warn("Process {} did not end within {} s, killing it", identity.pid(), patience.toSeconds());
        identity.find().ifPresent(StopLadder::killTree);
        return awaitEnd(identity, lastWait) ? Result.KILLED : Result.SURVIVED;
    }

    private static void killTree(ProcessHandle process) {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /// A child of ours tells its end; of others the system only says whether they are there.
    private static boolean awaitEnd(ProcessIdentity identity, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<ProcessHandle> process = identity.find();
            if (process.isEmpty()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitBriefly(process.get(), Math.min(left, TimeUnit.MILLISECONDS.toNanos(CHECK_MILLIS)));
        }
    }

    private static void awaitBriefly(ProcessHandle process, long nanos) throws InterruptedException {
        try {
            process.onExit().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Looked at again by the caller.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
