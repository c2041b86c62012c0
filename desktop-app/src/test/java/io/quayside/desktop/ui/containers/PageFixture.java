package io.quayside.desktop.ui.containers;

import io.quayside.desktop.builds.BuildHistory;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.compose.ComposeCalls;
import io.quayside.desktop.compose.ComposeRuns;
import io.quayside.desktop.compose.KeptProjects;
import io.quayside.desktop.problem.Attempt;
import io.quayside.desktop.problem.PortHolder;
import io.quayside.desktop.problem.ProblemMapper;
import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.registries.RegistryUse;
import io.quayside.desktop.settings.AppearanceSettings;
import io.quayside.desktop.settings.Settings;
import io.quayside.desktop.state.OneEngine;
import io.quayside.desktop.state.mirror.EngineMirror;
import io.quayside.desktop.state.session.LiveEngineSession;
import io.quayside.desktop.state.stats.StatsHub;
import io.quayside.desktop.task.PlatformFxThread;
import io.quayside.desktop.task.TaskRunner;
import io.quayside.desktop.ui.builds.BuildsPage;
import io.quayside.desktop.ui.builds.form.BuildDialogs;
import io.quayside.desktop.ui.builds.form.BuildPages;
import io.quayside.desktop.ui.compose.ComposePage;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.compose.OpenProject;
import io.quayside.desktop.ui.compose.project.ProjectPage;
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
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.images.ImagesPage;
import io.quayside.desktop.ui.images.detail.ImagePage;
import io.quayside.desktop.ui.mounts.MountableFolders;
import io.quayside.desktop.ui.networks.NetworksPage;
import io.quayside.desktop.ui.registries.RegistriesPage;
import io.quayside.desktop.ui.run.RunPage;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.RailItem;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.ShellParts;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.shell.frame.Shell;
import io.quayside.desktop.ui.theme.Fx;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.Themes;
import io.quayside.desktop.ui.volumes.VolumesPage;
import io.quayside.desktop.updates.ImageUpdates;
import io.quayside.engine.build.ImageBuilder;
import io.quayside.engine.compose.ComposeFiles;
import io.quayside.engine.credential.DockerCredentials;
import io.quayside.engine.logs.LogShelf;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.testing.engine.TestBuildx;
import io.quayside.testing.engine.TestCompose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The real window with the Containers page and the page of one container, on an engine behind a socket.
public final class PageFixture implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final PlatformFxThread fx = new PlatformFxThread();
    private final ProblemMapper problems = new ProblemMapper(PortHolder.ofThisComputer());
    private final TaskRunner tasks =
            new TaskRunner(fx, InstantSource.system(), failure -> problems.map(failure, new Attempt("do", "that")));
    private final EngineMirror mirror = new EngineMirror();
    private final LiveEngineSession session;
    private final List<String> opened = new ArrayList<>();
    private final LogShelf logs = new LogShelf(folder(), () -> LogShelf.DEFAULT_LIMIT);
    private final Path dockerFolder = folder();
    private final Path certificates = folder();
    private final RegistryLogins logins =
            new RegistryLogins(new DockerCredentials(dockerFolder, new SystemProcessRunner()));
    private final ImageUpdates updates = new ImageUpdates(
            tasks,
            fx,
            InstantSource.system(),
            problems,
            logins,
            List.of(certificates),
            folder().resolve("registry-tags"));
    private final RegistryUse uses = new RegistryUse(folder().resolve("registry-uses"));
    private final LogFeeds feeds = new LogFeeds(logs);
    private final Path buildsFolder = folder();
    private final Path composeFolder = folder();
    private final ComposeRuns compose;
    private @Nullable ProjectPage project;
    private @Nullable ComposePage composePage;
    private final BuildHistory history =
            new BuildHistory(buildsFolder, InstantSource.system(), BuildHistory.OUTPUT_LIMIT);
    private final Builds builds;
    /// The engine's own, whatever the machine has installed.
    private volatile Builds.Chooser chooser = ImageBuilder::classic;
    private Settings settings = Settings.DEFAULT;
    private @Nullable Path saveTo;
    private MountableFolders mountable = MountableFolders.ALL;
    private @Nullable Path openFrom;
    private @Nullable ContainersPage page;
    private @Nullable ContainerPage detail;
    private @Nullable ImagesPage images;
    private @Nullable BuildsPage buildsPage;
    private @Nullable VolumesPage volumesPage;
    private @Nullable NetworksPage networks;
    private volatile boolean forwardsPorts;
    private final Commands commands = new Commands();
    private final Stage stage;
    private final TerminalSessions terminals;
    private final Shell shell;
    private final Themes themes;

    private PageFixture(Path socket, boolean dark, double width, double height) {
        session = new LiveEngineSession(new OneEngine(socket), problems, mirror, new StatsHub(mirror));
        settings = settings.withAppearance(settings.appearance()
                .withTheme(dark ? AppearanceSettings.ThemeChoice.DARK : AppearanceSettings.ThemeChoice.LIGHT));
        themes = new Themes(settings.appearance());
        terminals = new TerminalSessions(session, fx);
        builds = new Builds(
                session,
                tasks,
                history,
                logins,
                problems,
                InstantSource.system(),
                engine -> chooser.choose(engine),
                this::run);
        useCompose(TestCompose.NEWEST.folder().resolve("docker-compose"));
        compose = new ComposeRuns(
                session,
                tasks,
                new ComposeCalls(Map.of("PATH", composeFolder.toString()), session, logins),
                new KeptProjects(folder().resolve("compose-projects.json")),
                logs,
                problems,
                InstantSource.system());
        shell = new Shell(new ShellParts(
                fx,
                InstantSource.system(),
                ZoneId.systemDefault(),
                tasks,
                commands,
                session,
                () -> settings,
                change -> settings = change.apply(settings),
                pages(),
                context -> List.of(),
                List.of(),
                Location.of("containers"),
                "0",
                () -> {}));
        new OpenProject(composeParts(), shell::navigator)
                .register(commands, () -> shell.root().getScene().getWindow(), shell::tell);
        VolumesPage.register(commands, shell::navigator);
        BuildPages.register(commands, builds, shell::navigator);
        Scene scene = new Scene(shell.root(), width, height);
        themes.dress(scene);
        shell.attach(scene);
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        shell.windowVisible(true);
        mirror.onEvent(uses::take);
        session.open();
    }

    private List<PageEntry> pages() {
        List<PageEntry> all = new ArrayList<>(List.of(
                PageEntry.inRail(
                        "containers", "Containers", RailItem.of(Icons.CONTAINERS, RailItem.Part.OBJECTS), this::page),
                PageEntry.under("containers", "container", "Container", this::detail),
                PageEntry.under(
                        "containers",
                        TogetherPage.PAGE,
                        "Logs together",
                        context -> new TogetherPage(
                                new DetailContext(parts(), context),
                                feeds,
                                (over, title, name) -> Optional.ofNullable(saveTo))),
                PageEntry.inRail(
                        ImagesPage.PAGE, "Images", RailItem.of(Icons.IMAGES, RailItem.Part.OBJECTS), this::images),
                PageEntry.under(ImagesPage.PAGE, ImagePage.PAGE, "Image", context -> new ImagePage(parts(), context)),
                PageEntry.inRail(
                        VolumesPage.PAGE, "Volumes", RailItem.of(Icons.VOLUMES, RailItem.Part.OBJECTS), this::volumes),
                PageEntry.inRail(
                        NetworksPage.PAGE,
                        "Networks",
                        RailItem.of(Icons.NETWORKS, RailItem.Part.OBJECTS),
                        this::networks),
                PageEntry.inRail(
                        ComposePage.PAGE, "Compose", RailItem.of(Icons.COMPOSE, RailItem.Part.OBJECTS), this::compose),
                PageEntry.under(ComposePage.PAGE, ProjectPage.PAGE, "Compose project", this::project),
                PageEntry.inRail(
                        BuildsPage.PAGE, "Builds", RailItem.of(Icons.BUILDS, RailItem.Part.OBJECTS), this::builds),
                PageEntry.inRail(
                        RegistriesPage.PAGE,
                        "Registries",
                        RailItem.of(Icons.REGISTRIES, RailItem.Part.SURROUNDINGS),
                        context -> new RegistriesPage(parts(), List.of(certificates), context)),
                PageEntry.under(
                        "containers",
                        "run",
                        "Run container",
                        context -> RunPage.run(parts(), context, (owner, title) -> Optional.ofNullable(openFrom))),
                PageEntry.under("containers", "edit", "Edit container", context -> RunPage.edit(parts(), context))));
        all.addAll(BuildPages.of(
                this::parts,
                builds,
                logs,
                new BuildDialogs(
                        (owner, title, start) -> Optional.ofNullable(openFrom),
                        (owner, title) -> Optional.ofNullable(openFrom)),
                (owner, title, file) -> Optional.ofNullable(saveTo)));
        return all;
    }

    public static PageFixture open(Path socket, boolean dark, double width, double height) {
        return Fx.call(() -> new PageFixture(socket, dark, width, height));
    }

    public static PageFixture open(Path socket) {
        return open(socket, true, 1280, 800);
    }

    private ContainersPage page(ShellContext context) {
        page = new ContainersPage(parts(), context);
        return page;
    }

    private ImagesPage images(ShellContext context) {
        images = new ImagesPage(
                parts(),
                context,
                List.of(certificates),
                (over, title, name) -> Optional.ofNullable(saveTo),
                (over, title) -> Optional.ofNullable(openFrom));
        return images;
    }

    private VolumesPage volumes(ShellContext context) {
        volumesPage = new VolumesPage(
                parts(),
                context,
                (over, title, name) -> Optional.ofNullable(saveTo),
                (over, title) -> Optional.ofNullable(openFrom));
        return volumesPage;
    }

    private ComposeParts composeParts() {
        return new ComposeParts(
                parts(),
                compose,
                feeds,
                (over, title, name) -> Optional.ofNullable(saveTo),
                (over, title) -> Optional.ofNullable(openFrom));
    }

    private ComposePage compose(ShellContext context) {
        composePage = new ComposePage(composeParts(), context);
        return composePage;
    }

    private ProjectPage project(ShellContext context) {
        project = new ProjectPage(composeParts(), context);
        return project;
    }

    /// Has this program for its `docker-compose` from now on; none, if there is no such file.
    public void useCompose(Path program) {
        Path link = composeFolder.resolve("docker-compose");
        try {
            Files.deleteIfExists(link);
            if (Files.exists(program)) {
                Files.createSymbolicLink(link, program);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where this window looks for programs of Docker Compose.
    public Path composeFolder() {
        return composeFolder;
    }

    /// The list of compose projects, which was opened before.
    public ComposePage composePage() {
        return java.util.Objects.requireNonNull(composePage);
    }

    /// The page of a compose project, which was opened before.
    public ProjectPage project() {
        return java.util.Objects.requireNonNull(project);
    }

    /// What Docker Compose does in this window.
    public ComposeRuns compose() {
        return compose;
    }

    /// The Volumes page, which was opened before.
    public VolumesPage volumesPage() {
        return java.util.Objects.requireNonNull(volumesPage);
    }

    private void run(String reference) {
        shell.navigator().go(Location.of("run", reference));
    }

    private BuildsPage builds(ShellContext context) {
        buildsPage = new BuildsPage(parts(), builds, logs, context, (over, title, name) -> Optional.ofNullable(saveTo));
        return buildsPage;
    }

    private NetworksPage networks(ShellContext context) {
        networks = new NetworksPage(parts(), context, () -> forwardsPorts);
        return networks;
    }

    /// Whether the engine counts as one in a machine, to which ports lead by rules; before the page is opened.
    public void forwardsPorts(boolean forwards) {
        forwardsPorts = forwards;
    }

    /// The Networks page, which was opened before.
    public NetworksPage networks() {
        return java.util.Objects.requireNonNull(networks);
    }

    /// The Builds page, which was opened before.
    public BuildsPage buildsPage() {
        return java.util.Objects.requireNonNull(buildsPage);
    }

    /// The builds of this window.
    public Builds builds() {
        return builds;
    }

    /// Where this window keeps its builds.
    public Path buildsFolder() {
        return buildsFolder;
    }

    /// The Images page, which was opened before.
    public ImagesPage images() {
        return java.util.Objects.requireNonNull(images);
    }

    private ContainerPage detail(ShellContext context) {
        detail = new ContainerPage(new DetailContext(parts(), context), tabs());
        return detail;
    }

    private List<DetailTabEntry> tabs() {
        return List.of(
                StoppedOver.of(LogsTab.entry(feeds, (over, title, name) -> Optional.ofNullable(saveTo))),
                TerminalTab.entry(terminals),
                FilesTab.entry(),
                InspectTab.entry(),
                StatsTab.entry((window, title, file) -> Optional.ofNullable(saveTo)),
                ProcessesTab.entry(),
                MountsTab.entry());
    }

    /// Which folders can be mounted; for pages that are opened from now on.
    public void mountable(MountableFolders folders) {
        mountable = folders;
    }

    public ContainersParts parts() {
        return new ContainersParts(
                session,
                tasks,
                fx,
                InstantSource.system(),
                problems,
                () -> settings,
                change -> settings = change.apply(settings),
                logins,
                updates,
                uses,
                new ComposeFiles(Map.of("PATH", TestCompose.OLDEST.path().toString())),
                mountable,
                opened::add,
                location -> shell.navigator().go(location),
                tabs().stream().map(DetailTabEntry::id).toList());
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("quayside-logs");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where whoever is asked for a file wants it.
    public void saveTo(Path file) {
        saveTo = file;
    }

    /// Which file whoever is asked for one chooses.
    public void openFrom(Path file) {
        openFrom = file;
    }

    /// As when other settings were chosen.
    public void appearance(UnaryOperator<AppearanceSettings> change) {
        Fx.run(() -> {
            settings = settings.withAppearance(change.apply(settings.appearance()));
            themes.apply(settings.appearance());
        });
    }

    /// As when the window is hidden or comes back.
    public void windowVisible(boolean visible) {
        Fx.run(() -> shell.windowVisible(visible));
    }

    /// The folder of docker's `config.json` that this window uses.
    public Path dockerFolder() {
        return dockerFolder;
    }

    /// The folder in which this window looks for authorities of registries.
    public Path certificates() {
        return certificates;
    }

    /// Runs a command, as the palette does.
    public void command(String id) {
        Fx.run(() -> commands.find(id).orElseThrow().run().run());
    }

    /// What was typed in the window and isn't saved.
    public List<UnsavedText> unsaved() {
        return shell.unsaved();
    }

    /// Goes to an address in the window.
    public void go(String address) {
        Fx.run(() -> shell.navigator().go(Location.parse(address)));
    }

    /// The address that the window shows.
    public String address() {
        return Fx.call(() -> shell.navigator().currentProperty().get().toString());
    }

    /// Makes the row of a container the current one of the list, which gets the focus.
    public void select(String container) {
        TreeTableView<?> table = (TreeTableView<?>) root().lookup("#containers-table");
        for (int i = 0; i < table.getExpandedItemCount(); i++) {
            if (table.getTreeItem(i).getValue() instanceof ContainerRow row
                    && row.line().name().equals(container)) {
                table.requestFocus();
                table.getSelectionModel().select(i);
            }
        }
    }

    /// The page of one container, which was opened before.
    public ContainerPage detail() {
        return java.util.Objects.requireNonNull(detail);
    }

    /// Whether the window shows all it will show.
    public boolean settled() {
        return Fx.call(shell::settled);
    }

    /// Presses a key in the window.
    public void press(KeyCode key, String text, boolean control, boolean alt) {
        Fx.run(() -> {
            Scene scene = stage.getScene();
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            target.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, text, text, key, false, control, alt, false));
        });
    }

    public ContainersViewModel model() {
        ContainersPage shown = page;
        if (shown == null) {
            throw new IllegalStateException("The page isn't there yet");
        }
        return shown.model();
    }

    /// What menus and commands ask of the page.
    PageActions actions() {
        ContainersPage shown = page;
        if (shown == null) {
            throw new IllegalStateException("The page isn't there yet");
        }
        return shown.actions();
    }

    /// Builds by the engine's own builder from now on, as from the start.
    public void buildByEngine() {
        chooser = ImageBuilder::classic;
    }

    /// Builds by BuildKit from now on.
    ///
    /// @param config a folder for what docker-buildx keeps
    public void buildByKit(Path config) {
        Map<String, String> environment =
                Map.of("PATH", TestBuildx.OLDEST.folder().toString(), "DOCKER_CONFIG", config.toString());
        chooser = engine -> ImageBuilder.choose(engine, environment);
    }

    public LiveEngineSession session() {
        return session;
    }

    public Region root() {
        return (Region) stage.getScene().getRoot();
    }

    /// The node with an id, which has to be there.
    public <T extends Node> T find(String id, Class<T> type) {
        return Fx.call(() -> type.cast(java.util.Objects.requireNonNull(root().lookup("#" + id), id)));
    }

    /// Waits until something is true on the FX thread.
    public void await(String what, BooleanSupplier condition) {
        await(what, LONGEST, () -> Fx.call(condition::getAsBoolean));
    }

    /// Waits until something on the FX thread is as expected, and says what it is if it never becomes so.
    public <T> void awaitEqual(String what, T expected, Supplier<T> value) {
        try {
            await(what, () -> expected.equals(value.get()));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": " + expected + ", but: " + Fx.call(value::get), e);
        }
    }

    public static void await(String what, Duration longest, Supplier<Boolean> condition) {
        Instant end = Instant.now().plus(longest);
        while (!condition.get()) {
            if (Platform.isFxApplicationThread()) {
                throw new IllegalStateException("The FX thread can't wait for what it does itself: " + what);
            }
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
            terminals.close();
            return true;
        });
        session.close();
        tasks.close();
        logs.close();
        history.close();
        Fx.call(() -> {
            themes.close();
            return true;
        });
    }
}
