package io.quayside.desktop;

import io.quayside.desktop.engines.FirstRunEngines;
import io.quayside.desktop.lifecycle.tray.Tray;
import io.quayside.desktop.lifecycle.tray.TrayContainer;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.EngineSettings;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.containers.ContainersPage;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.engine.ChooseEngineViewModel;
import io.quayside.desktop.ui.engine.EngineLogViewModel;
import io.quayside.desktop.ui.engine.EnginePage;
import io.quayside.desktop.ui.engine.EngineTester;
import io.quayside.desktop.ui.engine.EngineViewModel;
import io.quayside.desktop.ui.format.SafeText;
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
import io.quayside.desktop.ui.welcome.WelcomePage;
import io.quayside.desktop.ui.welcome.WelcomeViewModel;
import io.quayside.engine.Engine;
import io.quayside.engine.model.StopOptions;
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
    /// Whether there may be a tray; whether this desktop really has one shows when it is wanted.
    private static final boolean TRAY = true;

    private static final Location START = Location.of("containers");

    private final Backend backend;
    private final PlatformFxThread fx = new PlatformFxThread();
    private final TaskRunner tasks;
    private final Themes themes;
    private final SimpleIntegerProperty containerCount = new SimpleIntegerProperty(-1);
    private final Shell shell;
    private final Subscription listening;
    private Subscription trayFollows = () -> {};

    Composition(Backend backend, Runnable quit) {
        this.backend = backend;
        this.tasks = new TaskRunner(
                fx, InstantSource.system(), failure -> backend.problems().map(failure, new Attempt("do", "that")));
        this.themes = new Themes(backend.settings().current().appearance());
        this.shell = new Shell(new ShellParts(
                fx,
                InstantSource.system(),
                ZoneId.systemDefault(),
                tasks,
                new Commands(),
                backend.session(),
                backend.settings()::current,
                backend.settings()::update,
                pages(),
                context -> List.of(),
                SettingsSection.links(TRAY),
                START,
                Version.text(),
                quit));
        this.listening = Subscription.all(
                backend.session().mirror().onChange(snapshot -> {
                    int count = snapshot.containers().map(Map::size).orElse(-1);
                    fx.run(() -> containerCount.set(count));
                }),
                backend.settings().onChange(now -> fx.run(() -> settingsChanged(now))));
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
        themes.apply(change.apply(backend.settings().current().appearance()));
    }

    /// Whether the window shows all it will show about the present state of the engine.
    boolean settled() {
        return !(backend.session().status() instanceof EngineStatus.Connecting) && shell.settled();
    }

    /// Calls `changed` when a task begins or ends, and `failed` besides when one fails.
    void onTasksChanged(Runnable changed, Runnable failed) {
        shell.tasks().runningCountProperty().subscribe(changed);
        shell.tasks().failed().subscribe(failed);
    }

    /// Keeps the tray in step with the setting and the containers.
    void followTray(Tray tray) {
        tray.setWanted(backend.settings().current().general().keepInTray());
        trayFollows = Subscription.all(
                backend.settings()
                        .onChange(
                                now -> fx.run(() -> tray.setWanted(now.general().keepInTray()))),
                backend.session().mirror().onChange(ignored -> fx.run(tray::changed)));
    }

    /// The running containers, as the tray shows them.
    List<TrayContainer> trayContainers() {
        return backend.session().mirror().snapshot().containers().stream()
                .flatMap(containers -> containers.values().stream())
                .filter(Container::isUp)
                .map(container -> new TrayContainer(SafeText.line(container.name()), List.of(), () -> stop(container)))
                .toList();
    }

    private void stop(Container container) {
        String name = SafeText.line(container.name());
        tasks.task("Stopping " + name)
                .doneTitle("Stopped " + name)
                .kind(TaskKind.CONTAINER)
                .brief()
                .start(context -> {
                    Engine engine = backend.session().engine().orElse(null);
                    if (engine != null) {
                        engine.containers().stop(container.id(), StopOptions.defaults());
                    }
                    return container;
                });
    }

    PlatformFxThread fx() {
        return fx;
    }

    TaskRunner tasks() {
        return tasks;
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
                PageEntry.bare("first-run", "First run", this::welcomePage),
                PageEntry.inRail(
                        "settings", "Settings", RailItem.of(Icons.SETTINGS, RailItem.Part.FOOT), this::settingsPage));
    }

    private Page containersPage(ShellContext context) {
        return new ContainersPage(
                new ContainersParts(
                        backend.session(),
                        tasks,
                        fx,
                        InstantSource.system(),
                        backend.problems(),
                        backend.settings()::current,
                        backend.settings()::update,
                        Browser::open),
                context);
    }

    private Page settingsPage(ShellContext context) {
        return new SettingsPage(
                new SettingsViewModel(backend.settings(), themes::apply),
                context.commands(),
                context.navigator(),
                TRAY);
    }

    private Page welcomePage(ShellContext context) {
        FirstRunEngines engines =
                new FirstRunEngines(backend.engines(), backend.own(), backend.problems(), this::useFromNowOn);
        return new WelcomePage(
                new WelcomeViewModel(
                        engines,
                        fx,
                        InstantSource.system(),
                        () -> context.navigator().go(START)),
                fx,
                Version.text());
    }

    private void useFromNowOn(EngineChoice choice) {
        backend.settings().update(now -> now.withEngine(new EngineSettings(Optional.of(choice.key()))));
        backend.session().use(choice);
    }

    private Page enginePage(ShellContext context) {
        EngineTester tester = new EngineTester(backend.engines(), backend.problems());
        return new EnginePage(
                new EngineViewModel(backend.session(), fx),
                backend.own().log().map(file -> new EngineLogViewModel(file, fx)),
                new ChooseEngineViewModel(backend.session(), tester::test, fx),
                tasks,
                context);
    }

    @Override
    public void close() {
        listening.close();
        trayFollows.close();
        shell.close();
        themes.close();
    }
}
