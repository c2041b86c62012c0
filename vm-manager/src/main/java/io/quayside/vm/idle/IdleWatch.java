package io.quayside.vm.idle;

import io.quayside.vm.error.VmException;
import io.quayside.vm.model.IdleSettings;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives memory back and lets a machine sleep when nobody has needed it for some time. One virtual thread
/// looks now and then at what this process knows; only before it does something does it ask the guest.
public final class IdleWatch implements AutoCloseable {
    /// Long enough that a break between two commands isn't one.
    static final Duration GIVE_BACK_AFTER = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(IdleWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Wakefulness wakefulness;
    private final IdleGuest guest;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile IdleSettings settings;
    private boolean gaveBack;

    IdleWatch(Wakefulness wakefulness, IdleGuest guest, IdleSettings settings) {
        this.wakefulness = wakefulness;
        this.guest = guest;
        this.settings = settings;
    }

    public static IdleWatch start(Wakefulness wakefulness, IdleGuest guest, IdleSettings settings) {
        IdleWatch watch = new IdleWatch(wakefulness, guest, settings);
        Thread.ofVirtual().name("vm idle").start(watch::run);
        return watch;
    }

    /// From now on.
    public void change(IdleSettings wanted) {
        settings = wanted;
    }

    private void run() {
        try {
            while (!closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    look();
                } catch (VmException e) {
                    LOG.info("An idle machine was left as it is: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void look() throws VmException, InterruptedException {
        IdleSettings now = settings;
        Duration quiet = wakefulness.quiet();
        boolean mayGiveBack = now.giveMemoryBack() && quiet.compareTo(GIVE_BACK_AFTER) >= 0;
        boolean mayPause = now.pauses()
                && wakefulness.canPause()
                && quiet.compareTo(Duration.ofMinutes(now.pauseAfterMinutes())) >= 0;
        gaveBack &= mayGiveBack;
        boolean giveBack = mayGiveBack && !gaveBack;
        if (wakefulness.paused() || !(giveBack || mayPause)) {
            return;
        }
        if (guest.isBusy()) {
            wakefulness.busy();
            return;
        }
        if (giveBack) {
            LOG.debug("Nothing has run for {} s: memory goes back", quiet.toSeconds());
            guest.giveMemoryBack();
            gaveBack = true;
        }
        if (mayPause && wakefulness.pause(Duration.ofMinutes(now.pauseAfterMinutes()))) {
            LOG.info("Nothing has run for {} min: the machine sleeps", quiet.toMinutes());
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
