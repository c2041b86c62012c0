package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.settings.AppearanceSettings.ThemeChoice;
import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.AppTask.NextStep;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Fx;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Paints the frame in its states into the folder given as `-Dshots`, to be compared with the mockups by eye.
@EnabledIfSystemProperty(named = "shots", matches = ".+")
class ShellPicturesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T14:34:30Z"));

    @Test
    void everyStateIsPaintedInBothThemes() throws InterruptedException {
        for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
            paint(1280, 800, theme, 100);
        }
        paint(960, 600, ThemeChoice.LIGHT, 100);
        paint(1280, 800, ThemeChoice.DARK, 130);
        paint(960, 600, ThemeChoice.LIGHT, 130);
    }

    private void paint(int width, int height, ThemeChoice theme, int text) throws InterruptedException {
        String suffix = "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + text + ".png";
        ShellFixture it = Fx.call(() -> new ShellFixture(width, height, theme, text, CLOCK));
        CountDownLatch goOn = new CountDownLatch(1);
        try {
            connected(it);
            it.png("idle" + suffix);
            startTasks(it, goOn);
            Thread.sleep(700);
            it.png("busy" + suffix);
            Fx.run(it.shell::toggleTasks);
            it.png("tasks" + suffix);
            Fx.run(it.shell::toggleTasks);
            Fx.run(() -> it.shell.navigator().go(Location.parse("palette/redis")));
            Thread.sleep(400);
            it.png("palette" + suffix);
            Fx.run(it.shell::togglePalette);
            Fx.run(() -> it.shell.navigator().go(Location.of("palette")));
            Thread.sleep(400);
            it.png("palette-empty" + suffix);
            Fx.run(it.shell::togglePalette);
            it.fire("#engine-button");
            Thread.sleep(200);
            it.png("engines" + suffix);
            it.fire("#help-button");
            it.png("help" + suffix);
            stopped(it);
            it.png("stopped" + suffix);
            Fx.run(() -> it.shell.navigator().go(Location.of("first-run")));
            it.png("first-run" + suffix);
        } finally {
            goOn.countDown();
            it.close();
        }
    }

    private static void connected(ShellFixture it) {
        Fx.run(() -> {
            it.session.become(new EngineStatus.Connected(CLOCK.instant(), "28.5.2", "1.51"));
            List<Double> history = IntStream.range(0, 30)
                    .mapToObj(i -> 5 + 3 * Math.sin(i / 2.0) + (i % 3))
                    .toList();
            it.session.measure(new EngineFigures(
                    4.9,
                    history,
                    4,
                    2_300_000_000L,
                    6_000_000_000L,
                    OptionalLong.of(61_600_000_000L),
                    OptionalLong.of(64_000_000_000L)));
        });
    }

    private static void stopped(ShellFixture it) {
        Problem problem = new Problem("x", "", List.of(), Optional.empty(), List.of(), "x", true);
        Fx.run(() -> it.session.become(new EngineStatus.Disconnected(
                Optional.of(Instant.parse("2026-11-21T14:32:17Z")), problem, Optional.empty())));
    }

    private static void startTasks(ShellFixture it, CountDownLatch goOn) {
        it.tasks
                .task("Pulling golang:1.24")
                .kind(TaskKind.PULL)
                .afterCancel(new NextStep("Go on", () -> {}))
                .start(context -> {
                    new CountDownLatch(1).await();
                    return 1;
                })
                .cancel();
        it.tasks
                .task("Pulling axllent/mailpit:v1.20")
                .doneTitle("Pulled axllent/mailpit:v1.20")
                .kind(TaskKind.PULL)
                .start(
                        context -> {
                            context.outcome("29.4 MB in 3.1 s");
                            return 1;
                        },
                        one -> {},
                        one -> Optional.of(new NextStep("Run", () -> {})));
        it.tasks.task("Stopping web").location("containers").start(context -> {
            throw new IOException("port");
        });
        it.tasks
                .task("Pulling postgres:17.2")
                .kind(TaskKind.PULL)
                .location("images")
                .start(context -> {
                    context.progress(62, 100);
                    context.detail("97.6 of 157 MB");
                    context.rate("11.4 MB/s, about 5 s left");
                    goOn.await();
                    return 1;
                });
        it.tasks.task("Building view_count:latest").kind(TaskKind.BUILD).start(context -> {
            context.detail("Step 9 of 12, RUN npm run build");
            goOn.await();
            return 1;
        });
    }
}
