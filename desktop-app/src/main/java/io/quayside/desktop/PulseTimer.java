package io.quayside.desktop;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the FX thread sleep while nothing moves. The toolkit pauses its timer then, but JavaFX's timer for GTK (26 and
/// all before) leaves pausing out, so that a window at rest, even a hidden one, wakes sixty times a second. This one
/// stops the real timer for a pause and starts it again after. It also pauses as soon as there is nothing to paint, and
/// paints at once after a pause, so that a change once a second costs two ticks and not sixteen, and shows earlier.
///
/// There is no public way to it: without the packages opened to us (`jvm.options`) all stays as it was.
final class PulseTimer extends Timer {
    private static final Logger LOG = LoggerFactory.getLogger(PulseTimer.class);
    private static final long STARTED = 1;

    private final Runnable pulse;
    private final BooleanSupplier idle;
    private final Object lock;
    private final Timer real;
    private int period;
    private boolean paused; // guarded by lock

    /// @param idle whether the toolkit has asked for a pause and waits for a quarter of a second to pass
    /// @param lock what the toolkit holds wherever it pauses and resumes its timer
    private PulseTimer(Runnable pulse, BooleanSupplier idle, Object lock) {
        super(pulse);
        this.pulse = pulse;
        this.idle = idle;
        this.lock = lock;
        real = Application.GetApplication().createTimer(this::tick);
    }

    /// A frame if one is wanted. If none is, the timer stops at once, not after the fifteen ticks more that the toolkit
    /// lets it run.
    private void tick() {
        pulse.run();
        synchronized (lock) {
            if (idle.getAsBoolean()) {
                pause();
            }
        }
    }

    /// Puts itself in the place of the toolkit's timer, where that one can't pause. On the FX thread, once the toolkit
    /// runs.
    static void install() {
        try {
            Toolkit toolkit = Toolkit.getToolkit();
            Field timer = toolkit.getClass().getDeclaredField("pulseTimer");
            timer.setAccessible(true);
            Timer old = (Timer) timer.get(toolkit);
            if (old == null || !old.getClass().getSimpleName().equals("GtkTimer")) {
                return;
            }
            Field pulse = toolkit.getClass().getDeclaredField("timerRunnable");
            Field pauseRequested = toolkit.getClass().getDeclaredField("pauseRequested");
            Field interval = toolkit.getClass().getDeclaredField("PULSE_INTERVAL");
            pulse.setAccessible(true);
            interval.setAccessible(true);
            pauseRequested.setAccessible(true);
            Timer ours = new PulseTimer((Runnable) pulse.get(toolkit), () -> isSet(pauseRequested, toolkit), toolkit);
            synchronized (toolkit) {
                ours.start(interval.getInt(toolkit));
                old.stop();
                timer.set(toolkit, ours);
            }
        } catch (ReflectiveOperationException | InaccessibleObjectException | IllegalAccessError e) {
            LOG.debug("A window at rest goes on waking", e);
        }
    }

    private static boolean isSet(Field field, Object owner) {
        try {
            return field.getBoolean(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("It was made accessible", e);
        }
    }

    @Override
    protected long _start(Runnable pulse) {
        throw new UnsupportedOperationException("GTK has no timer of the screen's own");
    }

    @Override
    protected long _start(Runnable pulse, int millis) {
        period = millis;
        paused = false;
        real.start(millis);
        return STARTED;
    }

    @Override
    protected void _stop(long pointer) {
        real.stop();
    }

    @Override
    protected void _pause(long pointer) {
        if (!paused) {
            paused = true;
            real.stop();
        }
    }

    /// After a pause the first frame comes at once, the next one a period later.
    @Override
    protected void _resume(long pointer) {
        if (paused) {
            paused = false;
            real.start(period);
            Application.invokeLater(pulse);
        }
    }
}
