package io.quayside.desktop.updates;

import io.quayside.desktop.settings.GeneralSettings.ImageChecks;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Has all images checked once a day if the settings say so: a day after the last time, or as soon as there is an
/// engine
/// from then on, whether or not registries answered. The engine is listened to only while a check is due. FX thread.
public final class DailyUpdates implements AutoCloseable {
    static final Duration EVERY = Duration.ofDays(1);

    private final ImageUpdates updates;
    private final EngineSession session;
    private final Supplier<Settings> settings;
    private final FxThread fx;
    private final InstantSource clock;
    private Subscription listening = () -> {};
    private Subscription timer = () -> {};
    private boolean due;

    public DailyUpdates(
            ImageUpdates updates,
            EngineSession session,
            Supplier<Settings> settings,
            FxThread fx,
            InstantSource clock) {
        this.updates = updates;
        this.session = session;
        this.settings = settings;
        this.fx = fx;
        this.clock = clock;
        settingsChanged();
    }

    /// The settings may say something else now.
    public void settingsChanged() {
        timer.close();
        listening.close();
        due = false;
        if (settings.get().general().imageChecks() != ImageChecks.DAILY) {
            return;
        }
        Instant next = updates.allAsked().map(last -> last.plus(EVERY)).orElse(Instant.MIN);
        Instant now = clock.instant();
        if (next.isAfter(now)) {
            timer = fx.after(Duration.between(now, next), this::settingsChanged);
        } else {
            due = true;
            take(session.mirror().snapshot());
            if (due) {
                listening = session.mirror().onChange(snapshot -> fx.run(() -> take(snapshot)));
            }
        }
    }

    /// The engine has these images now.
    void take(MirrorSnapshot snapshot) {
        if (!due || !snapshot.live() || snapshot.images().isEmpty()) {
            return;
        }
        List<UpdateTarget> targets = UpdateTarget.all(snapshot.images().get());
        if (!targets.isEmpty()) {
            updates.checkAll(targets);
            settingsChanged();
        }
    }

    @Override
    public void close() {
        timer.close();
        listening.close();
    }
}
