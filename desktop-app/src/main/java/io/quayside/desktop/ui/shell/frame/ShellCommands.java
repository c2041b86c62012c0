package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.History;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.PageEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The commands of the frame itself.
final class ShellCommands {
    static final String PALETTE = "palette.open";
    static final String TASKS = "tasks.open";

    private static final int NUMBERED = 8;

    private final Commands commands;

    ShellCommands(Commands commands) {
        this.commands = commands;
    }

    /// How the rail's items are called as commands.
    static String page(String name) {
        return "go." + name;
    }

    void registerWindow(Shell shell, Runnable quit) {
        add(PALETTE, "Search or run a command", "Mod+K", shell::togglePalette);
        add(TASKS, "Show tasks", "Mod+J", shell::toggleTasks);
        add("rail.toggle", "Show or hide the names in the rail", "Mod+\\", shell::toggleRail);
        add("region.next", "Next region", "F6", () -> shell.moveRegion(1));
        add("region.previous", "Previous region", "Shift+F6", () -> shell.moveRegion(-1));
        add("menu.open", "Open the context menu", "Shift+F10", shell::openContextMenu);
        add("escape", "Close, clear, then back", "Esc", shell::escape);
        add("window.quit", "Quit Quayside", "Mod+Q", quit);
    }

    void registerNavigation(History history, List<PageEntry> railPages) {
        register(
                "go.back",
                "Back",
                Optional.of("Alt+Left"),
                () -> unless(history.canGoBackProperty().get(), "There is nothing to go back to"),
                history::back);
        register(
                "go.forward",
                "Forward",
                Optional.of("Alt+Right"),
                () -> unless(history.canGoForwardProperty().get(), "There is nothing to go forward to"),
                history::forward);
        int number = 1;
        for (PageEntry page : railPages) {
            boolean settings = page.name().equals("settings");
            Optional<String> keys = settings
                    ? Optional.of("Mod+,")
                    : number <= NUMBERED ? Optional.of("Mod+" + number) : Optional.empty();
            number += settings ? 0 : 1;
            Location location = Location.of(page.name());
            register(page(page.name()), "Go to " + page.title(), keys, Optional::empty, () -> history.go(location));
        }
    }

    void registerEngine(EngineSession session, Supplier<EngineStatus> status) {
        Runnable refresh = () ->
                Thread.ofVirtual().name("refresh").start(() -> session.mirror().refresh());
        register(
                "engine.refresh",
                "Refresh from the engine",
                Optional.of("F5"),
                () -> unless(status.get() instanceof EngineStatus.Connected, "The engine is not connected"),
                refresh);
        register(
                "engine.reconnect",
                "Reconnect to the engine now",
                Optional.empty(),
                () -> unless(status.get() instanceof EngineStatus.Disconnected, "The connection is not lost"),
                session::retryNow);
        register(
                "engine.start",
                "Start the engine",
                Optional.empty(),
                () -> session.canStartAndStop() ? unless(!isRunning(status.get()), "The engine is running") : notOurs(),
                session::start);
        register(
                "engine.stop",
                "Stop the engine",
                Optional.empty(),
                () -> session.canStartAndStop()
                        ? unless(isRunning(status.get()), "The engine is not running")
                        : notOurs(),
                session::stop);
    }

    private static Optional<String> notOurs() {
        return Optional.of("This engine is not started by Quayside");
    }

    private static boolean isRunning(EngineStatus status) {
        return status instanceof EngineStatus.Connected || status instanceof EngineStatus.Starting;
    }

    private static Optional<String> unless(boolean possible, String reason) {
        return possible ? Optional.empty() : Optional.of(reason);
    }

    private void add(String id, String title, String keys, Runnable run) {
        commands.register(Command.global(id, title, keys, run));
    }

    private void register(
            String id, String title, Optional<String> keys, Supplier<Optional<String>> reason, Runnable run) {
        commands.register(new Command(id, () -> title, Optional.empty(), keys, reason, run));
    }
}
