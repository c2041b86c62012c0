package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.task.AppTask;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.shell.Announcer;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.History;
import io.quayside.desktop.ui.shell.LiveLabel;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Modal;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.PageEntry;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.ShellParts;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.shell.key.KeyBindings;
import io.quayside.desktop.ui.shell.key.KeyDispatcher;
import io.quayside.desktop.ui.shell.status.StatusBar;
import io.quayside.desktop.ui.shell.status.StatusViewModel;
import io.quayside.desktop.ui.shell.tasks.NotificationView;
import io.quayside.desktop.ui.shell.tasks.Notifications;
import io.quayside.desktop.ui.shell.tasks.TaskSegment;
import io.quayside.desktop.ui.shell.tasks.TasksPopover;
import io.quayside.desktop.ui.shell.tasks.TasksViewModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/// The frame with everything in it, wired. FX thread.
public final class Shell implements ShellContext {
    private final ShellParts parts;
    private final History history;
    private final KeyBindings keys;
    private final LiveLabel live;
    private final StatusViewModel status;
    private final TasksViewModel tasks;
    private final Notifications notifications;
    private Optional<ShellPalette> palette = Optional.empty();
    private final TopBar topBar;
    private final ModalLayer modal = new ModalLayer();
    private final ShellFrame frame;
    private final FlyoutLayer.Flyout tasksFlyout;
    private final FlyoutLayer.Flyout enginePicker;
    private final FlyoutLayer.Flyout help;
    private Consumer<AppTask> onTaskEnded = task -> {};
    private boolean windowFocused;

    public Shell(ShellParts parts) {
        this.parts = parts;
        List<PageEntry> railPages = parts.pages().stream()
                .filter(page -> page.rail().isPresent())
                .sorted(Comparator.comparing(page -> page.rail().orElseThrow().part()))
                .toList();
        history = new History(
                parts.start(),
                parts.pages().stream().map(PageEntry::name).collect(Collectors.toUnmodifiableSet()),
                Map.of("palette", this::openPalette));
        keys = new KeyBindings(parts.commands(), () -> parts.settings().get().keyboard());
        live = new LiveLabel(parts.fx());
        status = new StatusViewModel(parts.fx(), parts.session(), parts.clock(), parts.zone());
        tasks = new TasksViewModel(parts.tasks(), history, this::taskEnded);
        notifications = new Notifications(parts.fx(), task -> windowFocused && tasks.isInView(task));
        topBar = new TopBar(this::togglePalette, this::toggleTasks, this::toggleEnginePicker, this::toggleHelp);
        RailView rail = new RailView(railPages, history, name -> keys.label(ShellCommands.page(name)));
        TaskSegment taskSegment = new TaskSegment(this::toggleTasks);
        StatusBar statusBar = new StatusBar(this::openEngine, this::openDisk, taskSegment);
        NotificationView notification = new NotificationView(notifications, tasks, this::toggleTasks);
        frame = new ShellFrame(rail, topBar, statusBar, new PageHost(parts.pages(), this), modal, notification);
        tasksFlyout = tasksFlyout();
        enginePicker = new EnginePicker(
                parts.session(),
                status,
                parts.fx(),
                this::use,
                () -> frame.flyouts().close(),
                chooseAnother());
        help = new HelpPopover(parts.commands(), keys, this::pageName, parts.version());
        register(railPages);
        bind(statusBar, taskSegment);
        settingsChanged();
        frame.show(parts.start(), false);
    }

    private void register(List<PageEntry> railPages) {
        ShellCommands own = new ShellCommands(parts.commands());
        own.registerWindow(this, parts.quit());
        own.registerNavigation(history, railPages);
        own.registerEngine(parts.session(), () -> status.statusProperty().get());
    }

    private void bind(StatusBar statusBar, TaskSegment taskSegment) {
        status.lineProperty().subscribe(line -> {
            statusBar.setEngine(line);
            topBar.setEngine(parts.session().choice().map(EngineChoice::title).orElse("No engine"), line.word());
        });
        status.lineProperty().subscribe((before, now) -> {
            if (!before.word().equals(now.word())) {
                live.announce(now.word());
            }
        });
        status.figuresProperty().subscribe(statusBar::setFigures);
        tasks.newestProperty().subscribe(taskSegment::show);
        tasks.runningCountProperty().subscribe(count -> topBar.setRunning(count.intValue()));
        live.textProperty().subscribe(statusBar::announce);
        history.currentProperty().subscribe((before, now) -> frame.show(now, true));
    }

    private FlyoutLayer.Flyout tasksFlyout() {
        TasksPopover popover = new TasksPopover(
                tasks, parts.fx(), parts.zone(), () -> frame.flyouts().close());
        return new FlyoutLayer.Flyout() {
            @Override
            public Region content() {
                return popover;
            }

            @Override
            public boolean atEdge() {
                return true;
            }

            @Override
            public void opened() {
                topBar.setTasksOpen(true);
                popover.opened(keys.label(ShellCommands.TASKS));
            }

            @Override
            public void closed() {
                topBar.setTasksOpen(false);
                popover.closed();
            }
        };
    }

    private void use(EngineChoice choice) {
        parts.updateSettings().accept(now -> now.withEngine(now.engine().withChoice(choice.key())));
        parts.session().use(choice);
    }

    private Optional<Runnable> chooseAnother() {
        Location page = Location.of("engine", "choose");
        return history.knows(page) ? Optional.of(() -> history.go(page)) : Optional.empty();
    }

    // What others use.

    /// The root of the window's scene.
    public Parent root() {
        return frame;
    }

    /// Listens to the keys of the window until the handle is closed.
    public Subscription attach(Scene scene) {
        return new KeyDispatcher(keys, this::pageName, this::isAllowed, isMacKeyboard()).attach(scene);
    }

    private static boolean isMacKeyboard() {
        return KeyCombination.valueOf("Shortcut+A").getDisplayText().startsWith("⌘");
    }

    private boolean isAllowed(Command command) {
        return !modal.openProperty().get() || command.id().equals(ShellCommands.PALETTE);
    }

    /// The window is on the screen or not: hidden, nothing is measured and nothing painted.
    public void windowVisible(boolean visible) {
        status.visible(visible);
        parts.session().windowVisible(visible);
        frame.windowVisible(visible);
    }

    /// The window has the keyboard or not: without it, what happens in it is news.
    public void windowFocused(boolean focused) {
        windowFocused = focused;
    }

    /// The settings may be others now.
    public void settingsChanged() {
        topBar.setKeys(keys.label(ShellCommands.PALETTE), keys.label(ShellCommands.TASKS));
        frame.setRailCollapsed(parts.settings().get().window().railCollapsed());
    }

    /// Shows a problem of the app itself, which no page shows. Its first action becomes a button.
    public void tell(Problem problem) {
        notifications.tell(problem);
        live.announce(problem.title());
    }

    /// The tasks as the frame knows them, for the question before closing.
    public TasksViewModel tasks() {
        return tasks;
    }

    /// Calls `listener` when a task that Tasks shows has ended.
    public void onTaskEnded(Consumer<AppTask> listener) {
        onTaskEnded = listener;
    }

    /// The engine's state, for the tray.
    public StatusViewModel status() {
        return status;
    }

    /// Whether the page in view shows all it will show about the present state.
    public boolean settled() {
        return frame.settled();
    }

    /// What was typed on any page and isn't saved.
    public List<UnsavedText> unsaved() {
        return frame.unsaved();
    }

    public void close() {
        palette.ifPresent(ShellPalette::dispose);
        status.close();
    }

    @Override
    public Navigator navigator() {
        return history;
    }

    @Override
    public Announcer announcer() {
        return live;
    }

    @Override
    public Modal modal() {
        return modal;
    }

    @Override
    public Commands commands() {
        return parts.commands();
    }

    @Override
    public KeyBindings keys() {
        return keys;
    }

    // What the commands do.

    private String pageName() {
        return history.currentProperty().get().page();
    }

    private void openPalette(Location location) {
        frame.flyouts().close();
        ShellPalette opened = palette.orElseGet(() -> new ShellPalette(parts, this, keys, live, this::pageName));
        palette = Optional.of(opened);
        opened.open(String.join("/", location.rest()));
    }

    void togglePalette() {
        Optional<ShellPalette> open = palette.filter(ShellPalette::isOpen);
        if (open.isPresent()) {
            open.get().close();
        } else if (!modal.openProperty().get()) {
            openPalette(Location.of("palette"));
        }
    }

    void toggleTasks() {
        frame.flyouts().toggle(tasksFlyout, topBar.tasksButton());
    }

    private void toggleEnginePicker() {
        frame.flyouts().toggle(enginePicker, topBar.engineButton());
    }

    private void toggleHelp() {
        frame.flyouts().toggle(help, topBar.helpButton());
    }

    private void openEngine() {
        Location page = Location.of("engine");
        if (history.knows(page)) {
            history.go(page);
        } else {
            toggleEnginePicker();
        }
    }

    private void openDisk() {
        Location page = Location.of("disk-doctor");
        if (history.knows(page)) {
            history.go(page);
        } else {
            openEngine();
        }
    }

    void toggleRail() {
        boolean collapsed = !frame.isRailCollapsed();
        parts.updateSettings().accept(now -> now.withWindow(now.window().withRailCollapsed(Optional.of(collapsed))));
        frame.setRailCollapsed(Optional.of(collapsed));
    }

    void moveRegion(int step) {
        frame.moveRegion(step);
    }

    void escape() {
        if (!frame.escape()) {
            history.back();
        }
    }

    /// Asks the focused node for its context menu, as the system does for the Menu key.
    void openContextMenu() {
        Optional<Node> owner = Focus.owner(frame);
        if (owner.isPresent()) {
            Node node = owner.get();
            double x = node.getLayoutBounds().getCenterX();
            double y = node.getLayoutBounds().getCenterY();
            var inScene = node.localToScene(x, y);
            var onScreen = node.localToScreen(x, y);
            if (onScreen != null) {
                node.fireEvent(new ContextMenuEvent(
                        ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                        inScene.getX(),
                        inScene.getY(),
                        onScreen.getX(),
                        onScreen.getY(),
                        true,
                        null));
            }
        }
    }

    private void taskEnded(AppTask task) {
        onTaskEnded.accept(task);
        notifications.ended(task);
        live.announce(
                task.stateProperty().get() == AppTask.State.FAILED
                        ? task.detailProperty().get()
                        : task.titleProperty().get());
    }
}
