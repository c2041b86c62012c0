package io.quayside.desktop.updates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.settings.GeneralSettings.ImageChecks;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.InlineFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.shell.frame.FakeSession;
import io.quayside.engine.credential.DockerCredentials;
import io.quayside.engine.model.ImageSummary;
import io.quayside.engine.process.SystemProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When images are checked without anybody asking, by a clock of the test's own. The registry is a port where nobody
/// listens: that it doesn't answer must not have it asked again.
class DailyUpdatesTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final ImageSummary IMAGE = new ImageSummary(
            "sha256:" + "b".repeat(64),
            "",
            List.of("127.0.0.1:1/app:1"),
            List.of("127.0.0.1:1/app@" + DIGEST),
            Instant.EPOCH,
            1,
            OptionalLong.empty(),
            OptionalLong.empty(),
            Map.of(),
            List.of());
    private static final MirrorSnapshot LIVE = new MirrorSnapshot(
            Instant.EPOCH,
            true,
            Optional.of(Map.of()),
            Optional.of(List.of(IMAGE)),
            Optional.empty(),
            Optional.empty());

    @TempDir
    private Path folder;

    private final InlineFxThread fx = new InlineFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks = new TaskRunner(fx, fx, failure -> {
        throw new AssertionError(failure);
    });
    private Settings settings = Settings.DEFAULT;

    @AfterEach
    void close() throws InterruptedException {
        tasks.cancelAll(Duration.ofSeconds(30));
        tasks.close();
    }

    private Path file() {
        return folder.resolve("state").resolve("registry-tags");
    }

    private ImageUpdates updates() {
        return new ImageUpdates(
                tasks,
                fx,
                fx,
                problems,
                new RegistryLogins(new DockerCredentials(folder, new SystemProcessRunner())),
                List.of(),
                file());
    }

    private DailyUpdates daily(ImageUpdates updates) {
        return new DailyUpdates(updates, new FakeSession(), () -> settings, fx, fx);
    }

    private void choose(ImageChecks checks) {
        settings = settings.withGeneral(settings.general().withImageChecks(checks));
    }

    @Test
    void nothingIsAskedUnlessTheSettingsSaySo() {
        ImageUpdates updates = updates();
        try (DailyUpdates daily = daily(updates)) {
            daily.take(LIVE);
            fx.advance(Duration.ofDays(3));
            daily.take(LIVE);
            assertEquals(Optional.empty(), updates.allAsked());
            assertEquals(0, fx.waiting());

            choose(ImageChecks.DAILY);
            daily.settingsChanged();
            daily.take(LIVE);
            assertEquals(Optional.of(fx.instant()), updates.allAsked());
        }
        Instant last = fx.instant();
        fx.advance(Duration.ofDays(3));
        assertEquals(Optional.of(last), updates.allAsked(), "nothing goes on after the end");
    }

    @Test
    void theEngineIsListenedToOnlyWhileACheckIsDue() {
        AtomicInteger listened = new AtomicInteger();
        FakeSession session = new FakeSession() {
            @Override
            public EngineMirror mirror() {
                listened.incrementAndGet();
                return super.mirror();
            }
        };
        ImageUpdates updates = updates();
        try (DailyUpdates daily = new DailyUpdates(updates, session, () -> settings, fx, fx)) {
            assertEquals(0, listened.get(), "nothing is checked");
            choose(ImageChecks.DAILY);
            daily.settingsChanged();
            assertTrue(listened.getAndSet(0) > 0, "all images are to be checked once there is an engine");
            daily.take(LIVE);
            fx.advance(Duration.ofHours(23));
            assertEquals(0, listened.get(), "they were, for today");
        }
    }

    @Test
    void onceADayHoweverOftenTheEngineComesBack() {
        choose(ImageChecks.DAILY);
        ImageUpdates updates = updates();
        try (DailyUpdates daily = daily(updates)) {
            daily.take(LIVE);
            Instant first = fx.instant();
            for (int i = 0; i < 23; i++) {
                fx.advance(Duration.ofHours(1));
                daily.take(LIVE);
            }
            assertEquals(Optional.of(first), updates.allAsked());
            fx.advance(Duration.ofHours(1));
            daily.take(LIVE);
            assertEquals(Optional.of(first.plus(DailyUpdates.EVERY)), updates.allAsked());
        }
    }

    @Test
    void aRestartDoesNotAskAgain() throws InterruptedException {
        choose(ImageChecks.DAILY);
        ImageUpdates updates = updates();
        Instant first = fx.instant();
        try (DailyUpdates daily = daily(updates)) {
            daily.take(LIVE);
        }
        while (!Files.exists(file())) {
            Thread.onSpinWait();
        }
        fx.advance(Duration.ofHours(2));
        ImageUpdates next = updates();
        try (DailyUpdates daily = daily(next)) {
            daily.take(LIVE);
            assertEquals(Optional.of(first), next.allAsked());
        }
    }

    @Test
    void whatARegistrySaidIsKeptAndWhatIsDamagedIsAbsent() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(
                file(),
                "nonsense\n2026-11-21T09:00:00Z\tsha256:" + "c".repeat(64)
                        + "\t127.0.0.1:1/app:1\nyesterday\tsha256:1\tx:1\n\tall\n");
        assertEquals(
                new UpdateState.Available(Instant.parse("2026-11-21T09:00:00Z")),
                updates().of(IMAGE, "127.0.0.1:1/app:1"));
        Files.writeString(file(), "2026-11-21T09:00:00Z\t" + DIGEST + "\t127.0.0.1:1/app:1\n");
        assertEquals(
                new UpdateState.Current(Instant.parse("2026-11-21T09:00:00Z")),
                updates().of(IMAGE, "127.0.0.1:1/app:1"));
        assertEquals(
                new UpdateState.Unknown(), updates().of(IMAGE, "other:1"), "an image that never was in a registry");
    }
}
