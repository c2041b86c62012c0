package io.quayside.desktop;

import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.containers.ContainersPage;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.engine.ChooseEngineViewModel;
import io.quayside.desktop.ui.engine.EnginePage;
import io.quayside.desktop.ui.engine.EngineTester;
import io.quayside.desktop.ui.engine.EngineViewModel;
import io.quayside.desktop.ui.settings.SettingsPage;
import io.quayside.desktop.ui.settings.SettingsSection;
import io.quayside.desktop.ui.settings.SettingsViewModel;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.RailItem;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.ShellParts;
import io.quayside.desktop.ui.shell.frame.Shell;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.Themes;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;

/// The object graph of the window, by hand. FX thread.
final class Composition implements AutoCloseable {
    /// Whether the window can go to a tray.
    private static final boolean TRAY = false;

    private final Backend backend;
    private final PlatformFxThread fx = new PlatformFxThread();
    private final TaskRunner tasks;
    private final Themes themes;
    private final SimpleIntegerProperty containerCount = new SimpleIntegerProperty(-1);
    private final Shell shell;
    private final Subscription listening;

    Composition(Backend backend, Runnable quit) {
        this.backend = backend;
        this.tasks = new TaskRunner(
                fx, InstantSource.system(), failure -> backend.problems.map(failure, new Attempt("do", "that")));
        this.themes = new Themes(backend.settings.current().appearance());
        this.shell = new Shell(new ShellParts(
                fx,
                InstantSource.system(),
                ZoneId.systemDefault(),
                tasks,
                new Commands(),
                backend.session,
                backend.settings::current,
                backend.settings::update,
                pages(),
                context -> List.of(),
                SettingsSection.links(TRAY),
                Location.of("containers"),
                Version.text(),
                quit));
        this.listening = Subscription.all(
                backend.session.mirror().onChange(snapshot -> {
                    int count = snapshot.containers().map(Map::size).orElse(-1);
                    fx.run(() -> containerCount.set(count));
                }),
                backend.settings.onChange(now -> fx.run(() -> settingsChanged(now))));
    }

    private void settingsChanged(Settings now) {
        themes.apply(now.appearance());
        shell.settingsChanged();
    }

    /// A scene with the window's content, dressed.
    Scene scene(double width, double height) {
        Scene scene = new Scene(shell.root(), width, height);
        themes.dress(scene);
        shell.attach(scene);
        return scene;
    }

    /// Shows another look than the settings say, without keeping it.
    void appearance(UnaryOperator<AppearanceSettings> change) {
        themes.apply(change.apply(backend.settings.current().appearance()));
    }

    /// Whether the window shows all it will show about the present state of the engine.
    boolean settled() {
        return !(backend.session.status() instanceof EngineStatus.Connecting) && shell.settled();
    }

    Shell shell() {
        return shell;
    }

    private List<PageEntry> pages() {
        return List.of(
                PageEntry.inRail(
                        "containers",
                        "Containers",
                        RailItem.of(Icons.CONTAINERS, RailItem.Part.OBJECTS, containerCount),
                        this::containersPage),
                PageEntry.inRail(
                        "engine", "Engine", RailItem.of(Icons.ENGINE, RailItem.Part.SURROUNDINGS), this::enginePage),
                PageEntry.inRail(
                        "settings", "Settings", RailItem.of(Icons.SETTINGS, RailItem.Part.FOOT), this::settingsPage));
    }

    private Page containersPage(ShellContext context) {
        return new ContainersPage(
                new ContainersParts(
                        backend.session,
                        tasks,
                        fx,
                        InstantSource.system(),
                        backend.problems,
                        backend.settings::current,
                        backend.settings::update,
                        Browser::open),
                context);
    }

    private Page settingsPage(ShellContext context) {
        return new SettingsPage(
                new SettingsViewModel(backend.settings, themes::apply), context.commands(), context.navigator(), TRAY);
    }

    private Page enginePage(ShellContext context) {
        EngineTester tester = new EngineTester(backend.engines, backend.problems);
        return new EnginePage(
                new EngineViewModel(backend.session, fx),
                Optional.empty(),
                new ChooseEngineViewModel(backend.session, tester::test, fx),
                tasks,
                context);
    }

    @Override
    public void close() {
        listening.close();
        shell.close();
        tasks.close();
        themes.close();
    }
}
