package io.quayside.benchmarks.window;

import io.quayside.benchmarks.Figure;
import io.quayside.benchmarks.Measure;
import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.desktop.Backend;
import io.quayside.desktop.StartOptions;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.Subscription;
import io.quayside.engine.platform.AppDirs;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// How often a burst of events reaches those who paint. Each listener of the mirror makes one post to the
/// FX thread for each snapshot it gets, so snapshots are counted.
public final class BurstMeasure {
    private static final int EVENTS = 10_000;
    private static final int CONTAINERS = 100;
    private static final int QUIET_MILLIS = 1_000;
    private static final int CONNECT_MILLIS = 10_000;

    private BurstMeasure() {}

    public static Measure burst10000() {
        return new Measure(List.of("burst-10000"), BurstMeasure::figures);
    }

    private static List<Figure> figures() throws IOException, InterruptedException, NotMeasuredException {
        try (Workplace place = Workplace.with(CONTAINERS, CONTAINERS)) {
            AppDirs dirs = AppDirs.of(Optional.of(place.fresh()));
            dirs.create();
            try (Backend backend = new Backend(
                    new StartOptions(Optional.of(place.engine().address()), Optional.of(dirs.state())), dirs)) {
                backend.open(() -> {});
                awaitList(backend);
                return burst(backend, place);
            }
        }
    }

    private static void awaitList(Backend backend) throws InterruptedException, NotMeasuredException {
        long until = System.nanoTime() + CONNECT_MILLIS * 1_000_000L;
        while (backend.session().mirror().snapshot().containers().isEmpty()) {
            if (System.nanoTime() > until) {
                throw new NotMeasuredException("no list of containers came");
            }
            Thread.sleep(20);
        }
        Thread.sleep(QUIET_MILLIS);
    }

    private static List<Figure> burst(Backend backend, Workplace place) throws InterruptedException {
        AtomicInteger snapshots = new AtomicInteger();
        AtomicLong last = new AtomicLong();
        Subscription counting = backend.session().mirror().onChange((MirrorSnapshot ignored) -> {
            snapshots.incrementAndGet();
            last.set(System.nanoTime());
        });
        Thread.sleep(QUIET_MILLIS);
        snapshots.set(0);
        long began = System.nanoTime();
        for (int i = 0; i < EVENTS; i++) {
            place.engine().flip(i % CONTAINERS);
        }
        do {
            Thread.sleep(QUIET_MILLIS);
        } while (System.nanoTime() - last.get() < QUIET_MILLIS * 1_000_000L);
        counting.close();
        // The first one comes at once; the rate is that of the others.
        double seconds = Math.max(1, (last.get() - began) / 1e9);
        return List.of(Figure.alone(
                "burst-10000",
                (snapshots.get() - 1) / seconds,
                "<= 4 /s",
                "posts/s",
                "10,000 events as fast as they go: " + snapshots.get() + " snapshots in all, the last after "
                        + Math.round((last.get() - began) / 1e6) + " ms"));
    }
}
