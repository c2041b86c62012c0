package io.quayside.desktop.ui.list;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.time.Duration;
import java.util.function.Supplier;

/// Lets rows say their times anew, again and again. FX thread.
public final class Ticks {
    private final FxThread fx;
    private final Supplier<Duration> gap;
    private final Runnable tick;
    private Subscription next = () -> {};

    private Ticks(FxThread fx, Supplier<Duration> gap, Runnable tick) {
        this.fx = fx;
        this.gap = gap;
        this.tick = tick;
    }

    /// Runs `tick` once a minute until the handle is closed.
    public static Subscription eachMinute(FxThread fx, Runnable tick) {
        return each(fx, () -> Duration.ofMinutes(1), tick);
    }

    /// Runs `tick` after each gap, which is asked for anew each time, until the handle is closed.
    public static Subscription each(FxThread fx, Supplier<Duration> gap, Runnable tick) {
        Ticks ticks = new Ticks(fx, gap, tick);
        ticks.later();
        return () -> ticks.next.close();
    }

    private void later() {
        next = fx.after(gap.get(), () -> {
            tick.run();
            later();
        });
    }
}
