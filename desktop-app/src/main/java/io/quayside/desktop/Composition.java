package io.quayside.desktop;

import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.compose.ComposeRuns;
import io.quayside.desktop.compose.KeptProjects;
import io.quayside.desktop.compose.Project;
import io.quayside.desktop.engines.FirstRunEngines;
import io.quayside.desktop.engines.FoundEngines;
import io.quayside.desktop.engines.KeptEngines;
import io.quayside.desktop.engines.MachineInUse;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.registries.RegistryUse;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.state.mirror.MirrorSnapshot;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.builds.BuildsPage;
import io.quayside.desktop.ui.builds.form.BuildDialogs;
import io.quayside.desktop.ui.builds.form.BuildPages;
import io.quayside.desktop.ui.compose.ComposePage;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.compose.OpenProject;
import io.quayside.desktop.ui.compose.project.ProjectPage;
import io.quayside.desktop.ui.containers.ContainersPage;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.detail.files.FilesTab;
import io.quayside.desktop.ui.containers.detail.inspect.InspectTab;
import io.quayside.desktop.ui.containers.detail.logs.LogFeeds;
import io.quayside.desktop.ui.containers.detail.logs.LogsTab;
import io.quayside.desktop.ui.containers.detail.logs.TogetherPage;
import io.quayside.desktop.ui.containers.detail.mounts.MountsTab;
import io.quayside.desktop.ui.containers.detail.processes.ProcessesTab;
import io.quayside.desktop.ui.containers.detail.stats.StatsTab;
import io.quayside.desktop.ui.containers.detail.stopped.StoppedOver;
import io.quayside.desktop.ui.containers.detail.terminal.TerminalSessions;
import io.quayside.desktop.ui.containers.detail.terminal.TerminalTab;
import io.quayside.desktop.ui.containers.palette.ObjectSources;
import io.quayside.desktop.ui.control.FolderChooser;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.engine.AddEngineViewModel;
import io.quayside.desktop.ui.engine.ChooseEngineViewModel;
import io.quayside.desktop.ui.engine.ContextViewModel;
import io.quayside.desktop.ui.engine.EngineLogViewModel;
import io.quayside.desktop.ui.engine.EnginePage;
import io.quayside.desktop.ui.engine.EngineTester;
import io.quayside.desktop.ui.engine.EngineViewModel;
import io.quayside.desktop.ui.engine.LogSource;
import io.quayside.desktop.ui.engine.disk.DiskRuns;
import io.quayside.desktop.ui.engine.disk.DiskViewModel;
import io.quayside.desktop.ui.engine.disk.DoctorPage;
import io.quayside.desktop.ui.images.ImagesPage;
import io.quayside.desktop.ui.images.detail.ImagePage;
import io.quayside.desktop.ui.networks.NetworksPage;
import io.quayside.desktop.ui.registries.RegistriesPage;
import io.quayside.desktop.ui.run.OldContainers;
import io.quayside.desktop.ui.run.RunPage;
import io.quayside.desktop.ui.settings.SettingsPage;
import io.quayside.desktop.ui.settings.SettingsSection;
import io.quayside.desktop.ui.settings.SettingsViewModel;
import io.quayside.desktop.ui.settings.machine.MachinePages;
import io.quayside.desktop.ui.settings.machine.PortsViewModel;
import io.quayside.desktop.ui.settings.machine.ResourcesViewModel;
import io.quayside.desktop.ui.settings.machine.SharesViewModel;
import io.quayside.desktop.ui.shell.Command;
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
import io.quayside.desktop.ui.volumes.VolumesPage;
import io.quayside.desktop.ui.volumes.job.StoppedBefore;
import io.quayside.desktop.ui.welcome.WelcomePage;
import io.quayside.desktop.ui.welcome.WelcomeViewModel;
import io.quayside.desktop.updates.DailyUpdates;
import io.quayside.desktop.updates.ImageUpdates;
import io.quayside.engine.build.ImageBuilder;
import io.quayside.engine.compose.ComposeFiles;
import io.quayside.engine.registry.RegistryClient;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The object graph of the window, by hand. FX thread.
final class Composition implements AutoCloseable {
    /// Whether there may be a tray; whether this desktop really has one shows when it is wanted.
    private static final boolean TRAY = true;

    private static final Location START = Location.of("containers");

    private final Backend backend;
    private final PlatformFxThread fx;
    private final TaskRunner tasks;
    private final LogFeeds logFeeds;
    private final Themes themes;
    private final SimpleIntegerProperty containerCount = new SimpleIntegerProperty(-1);
    private final SimpleIntegerProperty imageCount = new SimpleIntegerProperty(-1);
    private final SimpleIntegerProperty volumeCount = new SimpleIntegerProperty(-1);
    private final SimpleIntegerProperty networkCount = new SimpleIntegerProperty(-1);
    private final TerminalSessions terminals;
    private final Shell shell;
    private final Subscription listening;
    private final OldContainers old;
    private final Builds builds;
    private final ImageUpdates updates;
    private final DailyUpdates daily;
    private final RegistryUse uses;
    private final SimpleIntegerProperty projectCount = new SimpleIntegerProperty(-1);
    private final ComposeRuns compose;
    private final FolderChooser folders;
    private @Nullable DiskViewModel disk;

    Composition(Backend backend, PlatformFxThread fx, Runnable quit) {
        this(backend, fx, quit, FolderChooser.system());
    }

    /// @param folders asks which folder is to be shared
    Composition(Backend backend, PlatformFxThread fx, Runnable quit, FolderChooser folders) {
        this.backend = backend;
        this.folders = folders;
        this.fx = fx;
        this.tasks = new TaskRunner(
                fx, InstantSource.system(), failure -> backend.problems().map(failure, new Attempt("do", "that")));
        this.logFeeds = new LogFeeds(backend.logs());
        this.themes = new Themes(backend.settings().current().appearance());
        this.terminals = new TerminalSessions(backend.session(), fx);
        this.builds = new Builds(
                backend.session(),
                tasks,
                backend.builds(),
                backend.logins(),
                backend.problems(),
                InstantSource.system(),
                ImageBuilder::choose,
                this::run);
        this.updates = new ImageUpdates(
                tasks,
                fx,
                InstantSource.system(),
                backend.problems(),
                backend.logins(),
                RegistryClient.SYSTEM_CERTIFICATES,
                backend.dirs().state().resolve("registry-tags"));
        this.uses = new RegistryUse(backend.dirs().state().resolve("registry-uses"));
        this.compose = new ComposeRuns(
                backend.session(),
                tasks,
                new ComposeCalls(System.getenv(), backend.session(), backend.logins()),
                new KeptProjects(backend.dirs().state().resolve("compose-projects.json")),
                backend.logs(),
                backend.problems(),
                InstantSource.system());
        Commands commands = new Commands();
        this.shell = new Shell(new ShellParts(
                fx,
                InstantSource.system(),
                ZoneId.systemDefault(),
                tasks,
                commands,
                backend.session(),
                backend.settings()::current,
                backend.settings()::update,
                pages(),
                context -> ObjectSources.of(containersParts(), context),
                SettingsSection.links(TRAY),
                START,
                Version.text(),
                quit));
        commands.register(Command.global(
                "containers.run",
                "Run container",
                "Mod+N",
                () -> shell.navigator().go(Location.of("run"))));
        commands.register(Command.global(
                "images.pull",
                "Pull image",
                "Mod+Shift+P",
                () -> shell.navigator().go(Location.of(ImagesPage.PAGE, "pull"))));
        new OpenProject(composeParts(), shell::navigator)
                .register(commands, () -> shell.root().getScene().getWindow(), shell::tell);
        VolumesPage.register(commands, shell::navigator);
        commands.register(new Command(
                "networks.create",
                () -> "Create network",
                Optional.empty(),
                Optional.empty(),
                Optional::empty,
                () -> shell.navigator().go(Location.of(NetworksPage.PAGE, NetworksPage.CREATE))));
        BuildPages.register(commands, builds, shell::navigator);
        commands.register(new Command(
                "engine.disk-doctor",
                () -> "Disk doctor: free space",
                Optional.empty(),
                Optional.empty(),
                Optional::empty,
                () -> shell.navigator().go(Location.of(DoctorPage.PAGE))));
        this.old = new OldContainers(containersParts());
        this.daily =
                new DailyUpdates(updates, backend.session(), backend.settings()::current, fx, InstantSource.system());
        this.listening = Subscription.all(
                StoppedBefore.watch(backend.session(), backend.problems(), fx, shell::tell),
                backend.session().mirror().onEvent(uses::take),
                backend.session().mirror().onChange(snapshot -> {
                    int count = snapshot.containers().map(Map::size).orElse(-1);
                    int images = snapshot.images().map(List::size).orElse(-1);
                    int volumes = snapshot.volumes().map(List::size).orElse(-1);
                    int networks = snapshot.networks().map(List::size).orElse(-1);
                    int projects = count(snapshot);
                    fx.run(() -> {
                        projectCount.set(projects);
                        containerCount.set(count);
                        imageCount.set(images);
                        volumeCount.set(volumes);
                        networkCount.set(networks);
                    });
                }),
                compose.kept()
                        .onChange(ignored -> fx.run(() -> projectCount.set(
                                count(backend.session().mirror().snapshot())))),
                themes.follow(backend.settings(), fx),
                backend.settings()
                        .onChange(now -> fx.run(() -> {
                            shell.settingsChanged();
                            daily.settingsChanged();
                        })),
                backend.settings().onProblem(now -> now.ifPresent(problem -> fx.run(() -> tell(problem)))));
        backend.settings().problem().ifPresent(this::tell);
    }

    /// How many projects there are.
    private int count(MirrorSnapshot snapshot) {
        return snapshot.isUnknown()
                ? -1
                : Project.all(snapshot, compose.kept().all()).size();
    }

    private ComposeParts composeParts() {
        return new ComposeParts(containersParts(), compose, logFeeds, SaveDialog.system(), OpenDialog.system());
    }

    /// What is wrong with the settings file is told where the user is, and stands on the page Settings.
    private void tell(Problem settingsProblem) {
        Problem.Action open =
                new Problem.Action("Settings", () -> shell.navigator().go(Location.of("settings")));
        shell.tell(settingsProblem.withActions(List.of(open)));
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
        boolean passing = switch (backend.session().status()) {
            case EngineStatus.Connecting _, EngineStatus.Starting _, EngineStatus.Stopping _ -> true;
            case EngineStatus.NoEngine _ -> backend.isChoosing();
            case EngineStatus.Connected _, EngineStatus.Disconnected _, EngineStatus.Stopped _ -> false;
        };
        return !passing && shell.settled();
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
        List<PageEntry> all = new ArrayList<>(ownPages());
        all.addAll(BuildPages.of(
                this::containersParts, builds, backend.logs(), BuildDialogs.system(), SaveDialog.system()));
        return all;
    }

    private List<PageEntry> ownPages() {
        return List.of(
                PageEntry.inRail(
                        "containers",
                        "Containers",
                        RailItem.of(Icons.CONTAINERS, RailItem.Part.OBJECTS, containerCount),
                        this::containersPage),
                PageEntry.under("containers", "container", "Container", this::containerPage),
                PageEntry.under("containers", TogetherPage.PAGE, "Logs together", this::togetherPage),
                PageEntry.under(
                        "containers", "run", "Run container", context -> RunPage.run(containersParts(), context)),
                PageEntry.under(
                        "containers", "edit", "Edit container", context -> RunPage.edit(containersParts(), context)),
                PageEntry.inRail(
                        ImagesPage.PAGE,
                        "Images",
                        RailItem.of(Icons.IMAGES, RailItem.Part.OBJECTS, imageCount),
                        context -> new ImagesPage(
                                containersParts(),
                                context,
                                RegistryClient.SYSTEM_CERTIFICATES,
                                SaveDialog.system(),
                                OpenDialog.system())),
                PageEntry.under(
                        ImagesPage.PAGE, ImagePage.PAGE, "Image", context -> new ImagePage(containersParts(), context)),
                PageEntry.inRail(
                        VolumesPage.PAGE,
                        "Volumes",
                        RailItem.of(Icons.VOLUMES, RailItem.Part.OBJECTS, volumeCount),
                        context ->
                                new VolumesPage(containersParts(), context, SaveDialog.system(), OpenDialog.system())),
                PageEntry.inRail(
                        NetworksPage.PAGE,
                        "Networks",
                        RailItem.of(Icons.NETWORKS, RailItem.Part.OBJECTS, networkCount),
                        context -> new NetworksPage(
                                containersParts(),
                                context,
                                () -> machine().machine().isPresent())),
                PageEntry.inRail(
                        ComposePage.PAGE,
                        "Compose",
                        RailItem.of(Icons.COMPOSE, RailItem.Part.OBJECTS, projectCount),
                        context -> new ComposePage(composeParts(), context)),
                PageEntry.under(
                        ComposePage.PAGE,
                        ProjectPage.PAGE,
                        "Compose project",
                        context -> new ProjectPage(composeParts(), context)),
                PageEntry.inRail(
                        BuildsPage.PAGE,
                        "Builds",
                        RailItem.of(Icons.BUILDS, RailItem.Part.OBJECTS),
                        context -> new BuildsPage(
                                containersParts(), builds, backend.logs(), context, SaveDialog.system())),
                PageEntry.inRail(
                        RegistriesPage.PAGE,
                        "Registries",
                        RailItem.of(Icons.REGISTRIES, RailItem.Part.SURROUNDINGS),
                        context -> new RegistriesPage(containersParts(), RegistryClient.SYSTEM_CERTIFICATES, context)),
                PageEntry.inRail(
                        "engine", "Engine", RailItem.of(Icons.ENGINE, RailItem.Part.SURROUNDINGS), this::enginePage),
                PageEntry.under("engine", DoctorPage.PAGE, "Disk doctor", context -> new DoctorPage(disk(), context)),
                PageEntry.bare("first-run", "First run", this::welcomePage),
                PageEntry.inRail(
                        "settings", "Settings", RailItem.of(Icons.SETTINGS, RailItem.Part.FOOT), this::settingsPage));
    }

    /// Opens the form for a container of an image.
    private void run(String reference) {
        shell.navigator().go(Location.of("run", reference));
    }

    private Page containersPage(ShellContext context) {
        return new ContainersPage(containersParts(), context);
    }

    private Page containerPage(ShellContext context) {
        return new ContainerPage(new DetailContext(containersParts(), context), detailTabs());
    }

    private Page togetherPage(ShellContext context) {
        return new TogetherPage(new DetailContext(containersParts(), context), logFeeds, SaveDialog.system());
    }

    /// The tabs of a container's page, in their order.
    private List<DetailTabEntry> detailTabs() {
        return List.of(
                StoppedOver.of(LogsTab.entry(logFeeds, SaveDialog.system())),
                TerminalTab.entry(terminals),
                FilesTab.entry(),
                InspectTab.entry(),
                StatsTab.entry(SaveDialog.system()),
                ProcessesTab.entry(),
                MountsTab.entry());
    }

    private ContainersParts containersParts() {
        return new ContainersParts(
                backend.session(),
                tasks,
                fx,
                InstantSource.system(),
                backend.problems(),
                backend.settings()::current,
                backend.settings()::update,
                backend.logins(),
                updates,
                uses,
                new ComposeFiles(System.getenv()),
                new MachineInUse(backend.machines(), backend.session()),
                Browser::open,
                location -> shell.navigator().go(location),
                detailTabs().stream().map(DetailTabEntry::id).toList());
    }

    private MachineInUse machine() {
        return new MachineInUse(backend.machines(), backend.session());
    }

    private Page settingsPage(ShellContext context) {
        MachineInUse machine = machine();
        return new SettingsPage(
                new SettingsViewModel(backend.settings(), backend.loginStart(), fx, themes::apply),
                new MachinePages(
                        new ResourcesViewModel(machine, tasks, backend.problems(), fx),
                        new SharesViewModel(machine, tasks, backend.problems(), fx),
                        new PortsViewModel(machine, tasks, backend.problems(), fx),
                        folders),
                context.commands(),
                context.navigator(),
                TRAY);
    }

    private Page welcomePage(ShellContext context) {
        FirstRunEngines engines = new FirstRunEngines(
                backend.engines(),
                backend.own(),
                backend.machines(),
                backend.loginStart(),
                backend.problems(),
                this::useFromNowOn);
        return new WelcomePage(
                new WelcomeViewModel(engines, fx, () -> context.navigator().go(START)), fx, Version.text(), folders);
    }

    private void useFromNowOn(EngineChoice choice) {
        backend.settings().update(now -> now.withEngine(now.engine().withChoice(choice.key())));
        backend.session().use(choice);
    }

    /// One for the page Engine and the Disk doctor, made with the first of them.
    private DiskViewModel disk() {
        if (disk == null) {
            disk = new DiskViewModel(
                    backend.session(),
                    machine(),
                    tasks,
                    backend.problems(),
                    new DiskRuns(backend.dirs().state().resolve("disk-runs")),
                    fx,
                    InstantSource.system());
        }
        return disk;
    }

    private Page enginePage(ShellContext context) {
        EngineTester tester = new EngineTester(backend.engines(), backend.problems());
        KeptEngines kept = new KeptEngines(backend.settings(), tester);
        return new EnginePage(
                new EngineViewModel(
                        backend.session(),
                        fx,
                        choice -> FoundEngines.machineOf(choice.key()).flatMap(backend.machines()::facts)),
                this::engineLog,
                disk(),
                new ContextViewModel(machine(), tasks, backend.problems(), fx),
                new ChooseEngineViewModel(
                        backend.session(),
                        tester::test,
                        kept,
                        choice -> backend.settings()
                                .update(now -> now.withEngine(now.engine().withChoice(choice.key()))),
                        fx),
                new AddEngineViewModel(kept, fx),
                tasks,
                InstantSource.system(),
                context);
    }

    /// The log of the engine in the window, if it is one of Quayside's.
    private Optional<EngineLogViewModel> engineLog() {
        Optional<String> key = backend.session().choice().map(EngineChoice::key);
        Optional<LogSource> source = key.filter(FoundEngines.OWN::equals).isPresent()
                ? backend.own().log().map(LogSource::of)
                : key.flatMap(FoundEngines::machineOf).flatMap(backend::machineLog);
        return source.map(found -> new EngineLogViewModel(found, fx));
    }

    @Override
    public void close() {
        listening.close();
        daily.close();
        old.close();
        shell.close();
        terminals.close();
        themes.close();
    }
}
