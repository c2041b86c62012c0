package io.quayside.desktop.ui.containers;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.OneEngine;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.session.LiveEngineSession;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.RailItem;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.ShellParts;
import io.quayside.desktop.ui.shell.frame.Shell;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.Themes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The real window with the Containers page on an engine behind a socket.
final class PageFixture implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks =
            new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that")));
    private final EngineMirror mirror = new EngineMirror();
    private final LiveEngineSession session;
    private final List<String> opened = new ArrayList<>();
    private Settings settings = Settings.DEFAULT;
    private @Nullable ContainersPage page;
    private final Stage stage;
    private final Shell shell;
    private final Themes themes;

    private PageFixture(Path socket, boolean dark, double width, double height) {
        session = new LiveEngineSession(new OneEngine(socket), problems, mirror, new StatsHub(mirror));
        settings = settings.withAppearance(settings.appearance()
                .withTheme(dark ? AppearanceSettings.ThemeChoice.DARK : AppearanceSettings.ThemeChoice.LIGHT));
        themes = new Themes(settings.appearance());
        shell = new Shell(new ShellParts(
                fx,
                InstantSource.system(),
                ZoneId.systemDefault(),
                tasks,
                new Commands(),
                session,
                () -> settings,
                change -> settings = change.apply(settings),
                List.of(PageEntry.inRail(
                        "containers", "Containers", RailItem.of(Icons.CONTAINERS, RailItem.Part.OBJECTS), this::page)),
                context -> List.of(),
                List.of(),
                Location.of("containers"),
                "0",
                () -> {}));
        Scene scene = new Scene(shell.root(), width, height);
        themes.dress(scene);
        shell.attach(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        shell.windowVisible(true);
        session.open();
    }

    static PageFixture open(Path socket, boolean dark, double width, double height) {
        return Fx.call(() -> new PageFixture(socket, dark, width, height));
    }

    static PageFixture open(Path socket) {
        return open(socket, true, 1280, 800);
    }

    private ContainersPage page(ShellContext context) {
        page = new ContainersPage(
                new ContainersParts(
                        session,
                        tasks,
                        fx,
                        InstantSource.system(),
                        problems,
                        () -> settings,
                        change -> settings = change.apply(settings),
                        opened::add),
                context);
        return page;
    }

    ContainersViewModel model() {
        ContainersPage shown = page;
        if (shown == null) {
            throw new IllegalStateException("The page isn't there yet");
        }
        return shown.model();
    }

    LiveEngineSession session() {
        return session;
    }

    Region root() {
        return (Region) stage.getScene().getRoot();
    }

    /// The node with an id, which has to be there.
    <T extends Node> T find(String id, Class<T> type) {
        return Fx.call(() -> type.cast(java.util.Objects.requireNonNull(root().lookup("#" + id), id)));
    }

    /// Waits until something is true on the FX thread.
    void await(String what, BooleanSupplier condition) {
        await(what, LONGEST, () -> Fx.call(condition::getAsBoolean));
    }

    static void await(String what, Duration longest, Supplier<Boolean> condition) {
        Instant end = Instant.now().plus(longest);
        while (!condition.get()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("Still not: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        Fx.call(() -> {
            stage.hide();
            shell.close();
            return true;
        });
        session.close();
        tasks.close();
        Fx.call(() -> {
            themes.close();
            return true;
        });
    }
}
