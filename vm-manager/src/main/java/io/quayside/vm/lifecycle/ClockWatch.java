package io.quayside.vm.lifecycle;

import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.idle.Wakefulness;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a guest's clock right: it stands still while the host sleeps. One virtual thread notices a sleep by the time
/// of day
/// running ahead of the time that this computer was awake, and sets the clock now and then in any case.
final class ClockWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);
    private static final Duration JUMP = Duration.ofSeconds(2);

    private final Guest guest;
    private final Wakefulness wakefulness;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ClockWatch(Guest guest, Wakefulness wakefulness) {
        this.guest = guest;
        this.wakefulness = wakefulness;
    }

    static ClockWatch start(Guest guest, Wakefulness wakefulness) {
        ClockWatch watch = new ClockWatch(guest, wakefulness);
        Thread.ofVirtual().name("guest clock").start(watch::run);
        return watch;
    }

    private void run() {
        long awake = System.nanoTime();
        long day = System.currentTimeMillis();
        long lastSet = awake;
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                long awakeNow = System.nanoTime();
                long dayNow = System.currentTimeMillis();
                // A guest that sleeps can't answer; its clock is set when it wakes up.
                if (wakefulness.paused()) {
                    continue;
                }
                boolean due = slept(awakeNow - awake, dayNow - day) || awakeNow - lastSet > AT_LEAST_EVERY.toNanos();
                // What a guest that stands still doesn't take is due again the next time.
                if (!due || set()) {
                    lastSet = due ? awakeNow : lastSet;
                    awake = awakeNow;
                    day = dayNow;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean set() throws InterruptedException {
        try {
            LOG.debug("The guest's clock was off by {}", guest.syncTime());
            return true;
        } catch (VmException e) {
            LOG.debug("The guest's clock couldn't be set: {}", e.getMessage());
            if (guest.link().ended().isDone()) {
                close();
            }
            return false;
        }
    }

    /// Whether the time of day went further, or back, than the computer was awake.
    static boolean slept(long awakeNanos, long dayMillis) {
        return Math.abs(dayMillis - TimeUnit.NANOSECONDS.toMillis(awakeNanos)) > JUMP.toMillis();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
