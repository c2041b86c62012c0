package io.quayside.desktop.ui.containers.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.registries.RegistryUse;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.OneEngine;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.session.LiveEngineSession;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.mounts.MountableFolders;
import io.quayside.desktop.ui.shell.frame.ShellFixture;
import io.quayside.desktop.ui.shell.palette.PaletteRow;
import io.quayside.desktop.ui.shell.palette.PaletteUsage;
import io.quayside.desktop.ui.shell.palette.PaletteViewModel;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.updates.ImageUpdates;
import io.quayside.engine.compose.ComposeFiles;
import io.quayside.engine.credential.DockerCredentials;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The palette over the objects of a real engine.
class PaletteOnEngineTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final TestEngine engine = TestEngines.shared(EngineKind.DOCKER_20_10);
    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks =
            new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that")));
    private final EngineMirror mirror = new EngineMirror();
    private final LiveEngineSession session =
            new LiveEngineSession(new OneEngine(engine.socket()), problems, mirror, new StatsHub(mirror));
    private final List<String> opened = new ArrayList<>();
    private final RegistryLogins logins =
            new RegistryLogins(new DockerCredentials(Path.of("none"), new SystemProcessRunner()));
    private final ShellFixture window = ShellFixture.open();
    private final PaletteViewModel palette = Fx.call(() -> new PaletteViewModel(
            fx,
            ObjectSources.of(
                    new ContainersParts(
                            session,
                            tasks,
                            fx,
                            InstantSource.system(),
                            problems,
                            () -> Settings.DEFAULT,
                            change -> {},
                            logins,
                            new ImageUpdates(
                                    tasks,
                                    fx,
                                    InstantSource.system(),
                                    problems,
                                    logins,
                                    List.of(),
                                    Path.of("none", "registry-tags")),
                            new RegistryUse(Path.of("none", "registry-uses")),
                            new ComposeFiles(Map.of()),
                            MountableFolders.ALL,
                            opened::add,
                            location -> {},
                            List.of("logs")),
                    window.shell),
            new NoUsage(),
            () -> {}));
    private final Subscription following = mirror.onChange(snapshot -> fx.run(palette::refresh));

    private record NoUsage() implements PaletteUsage {
        @Override
        public List<String> ids() {
            return List.of();
        }

        @Override
        public void add(String id) {}
    }

    @BeforeEach
    void connect() {
        TestImages.ensure(engine);
        session.open();
    }

    @AfterEach
    void close() {
        following.close();
        palette.close();
        session.close();
        tasks.close();
        window.close();
        engine.removeContainers();
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(LONGEST);
        while (!Fx.call(condition::getAsBoolean)) {
            assertTrue(Instant.now().isBefore(end), "Still not: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void open(String query) {
        Fx.run(() -> palette.open(query));
    }

    private static String text(PaletteRow row) {
        return switch (row) {
            case PaletteRow.Heading heading -> "# " + heading.text();
            case PaletteRow.Found found -> found.entry().title();
            case PaletteRow.Act act -> "> " + act.action().title();
            case PaletteRow.Nothing _ -> "nothing";
        };
    }

    private List<String> rows() {
        return palette.rows().stream().map(PaletteOnEngineTest::text).toList();
    }

    private String selected() {
        return palette.selectedRow().map(PaletteOnEngineTest::text).orElse("");
    }

    private String detail(String title) {
        return palette.rows().stream()
                .filter(PaletteRow.Found.class::isInstance)
                .map(row -> ((PaletteRow.Found) row).entry())
                .filter(entry -> entry.title().equals(title))
                .map(entry -> entry.detail())
                .findFirst()
                .orElse("");
    }

    @Test
    void whatHappensInTheEngineShowsInTheOpenPalette() {
        open("harbour");
        await(
                "nothing is found",
                () -> rows().equals(List.of("nothing", "# Elsewhere", "Pull harbour from a registry…")));
        engine.docker("run", "-d", "--name", "harbour-b", "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "1000");
        await("the new container is found", () -> detail("harbour-b").equals("running"));
        Fx.run(() -> palette.select(rows().indexOf("harbour-b")));
        engine.docker("create", "--name", "harbour-a", TestImages.BUSYBOX, "true");
        await("the other one too", () -> rows().contains("harbour-a"));
        assertEquals("harbour-b", Fx.call(this::selected));
        engine.docker("stop", "harbour-b");
        await("it is seen to stop", () -> detail("harbour-b").startsWith("stopped"));
        await("its actions are those of a stopped one", () -> rows().contains("> Start harbour-b"));
        engine.docker("rm", "harbour-b");
        await("it is gone", () -> !rows().contains("harbour-b"));
        assertEquals("harbour-a", Fx.call(this::selected));
    }

    @Test
    void anActionOfThePaletteReachesTheEngine() {
        engine.docker("run", "-d", "--name", "harbour-c", "--stop-signal", "KILL", TestImages.BUSYBOX, "sleep", "1000");
        open("harbour-c");
        await("it can be stopped", () -> rows().contains("> Stop harbour-c"));
        Fx.run(() -> {
            palette.select(rows().indexOf("> Stop harbour-c"));
            palette.run();
        });
        await(
                "the engine has stopped it",
                () -> engine.docker("inspect", "--format", "{{.State.Status}}", "harbour-c")
                        .strip()
                        .equals("exited"));
    }

    @Test
    void anImageIsRunPushedOrPulledAgainFromThePalette() {
        engine.docker("tag", TestImages.BUSYBOX, "harbour/image:1");
        try {
            open("harbour/image");
            await(
                    "the image",
                    () -> rows().containsAll(List.of(
                            "harbour/image:1",
                            "> Run a container of harbour/image:1",
                            "> Push harbour/image:1…",
                            "> Pull harbour/image:1 again…",
                            "Pull harbour/image from a registry…")));
        } finally {
            engine.docker("rmi", "harbour/image:1");
        }
    }

    @Test
    void whatCantBeTheNameOfAnImageIsNotOfferedToBePulled() {
        open("Not A Name");
        await("nothing is found", () -> rows().equals(List.of("nothing")));
    }

    @Test
    void aColonFindsThePortsThatContainersPublish() {
        engine.docker(
                "run", "-d", "--name", "harbour-d", "-p", "127.0.0.1:45871:80", TestImages.BUSYBOX, "sleep", "1000");
        open(":4587");
        await(
                "the port is found",
                () -> rows().stream().anyMatch(row -> row.contains("45871"))
                        && rows().getFirst().equals("# Ports"));
    }
}
