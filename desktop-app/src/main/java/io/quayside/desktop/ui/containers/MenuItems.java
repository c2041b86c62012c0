package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.NetworkAddress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.scene.control.Menu;

/// The parts that menus about containers have in common, in the list and on the page of one. FX thread.
public final class MenuItems {
    private static final List<String> SIGNALS =
            List.of("SIGKILL", "SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP", "SIGUSR1", "SIGUSR2");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,200}");

    private MenuItems() {}

    /// Start or Stop, Restart, Pause, Kill.
    public static void lifecycle(
            LiveMenu menu, List<ContainerRow> rows, Lifecycle lifecycle, ContainerActions actions) {
        menu.add(() -> up(rows).isEmpty() ? "Start" : "Stop", () -> !ready(rows).isEmpty(), () -> {
            if (up(rows).isEmpty()) {
                lifecycle.start(rows);
            } else {
                lifecycle.stop(rows);
            }
        });
        menu.add("Restart", () -> !up(rows).isEmpty(), () -> lifecycle.restart(rows));
        menu.add(
                () -> onlyPaused(rows) ? "Unpause" : "Pause",
                () -> onlyPaused(rows) || !in(rows, ContainerState.RUNNING).isEmpty(),
                () -> {
                    if (onlyPaused(rows)) {
                        actions.unpause(in(rows, ContainerState.PAUSED));
                    } else {
                        actions.pause(in(rows, ContainerState.RUNNING));
                    }
                });
        Menu kill = new Menu("Kill");
        SIGNALS.forEach(signal -> kill.getItems().add(LiveMenu.item(signal, () -> actions.kill(up(rows), signal))));
        menu.add(kill, () -> !up(rows).isEmpty());
    }

    /// What can be copied of one container.
    ///
    /// @param runCommand copies the `docker run` line of it, once the engine has told about it
    public static Menu copies(ContainerLine line, Consumer<String> copy, Runnable runCommand) {
        Container container = line.container();
        Menu menu = new Menu("Copy");
        menu.getItems()
                .addAll(
                        LiveMenu.item("ID", () -> copy.accept(container.id())),
                        LiveMenu.item("Name", () -> copy.accept(container.name())),
                        LiveMenu.item("Image", () -> copy.accept(container.image())));
        container.networks().stream()
                .map(NetworkAddress::ip)
                .filter(ip -> !ip.isEmpty())
                .findFirst()
                .ifPresent(ip -> menu.getItems().add(LiveMenu.item("IP", () -> copy.accept(ip))));
        if (line.live()) {
            menu.getItems().add(LiveMenu.item("Run command", runCommand));
        }
        if (container.state() == ContainerState.RUNNING) {
            menu.getItems()
                    .add(LiveMenu.item(
                            "Exec command", () -> copy.accept("docker exec -it " + inShell(container) + " sh")));
        }
        return menu;
    }

    /// The id where a name is not of the kind that engines allow: what is copied will be pasted into a shell.
    private static String inShell(Container container) {
        return PLAIN.matcher(container.name()).matches() ? container.name() : container.shortId();
    }

    static List<ContainerRow> ready(List<ContainerRow> rows) {
        return which(rows, row -> row.line().canAct());
    }

    static List<ContainerRow> up(List<ContainerRow> rows) {
        return which(ready(rows), row -> row.line().container().isUp());
    }

    static List<ContainerRow> down(List<ContainerRow> rows) {
        return which(ready(rows), row -> !row.line().container().isUp());
    }

    private static List<ContainerRow> in(List<ContainerRow> rows, ContainerState state) {
        return which(ready(rows), row -> row.line().container().state() == state);
    }

    private static boolean onlyPaused(List<ContainerRow> rows) {
        return in(rows, ContainerState.RUNNING).isEmpty()
                && !in(rows, ContainerState.PAUSED).isEmpty();
    }

    private static List<ContainerRow> which(List<ContainerRow> rows, Predicate<ContainerRow> condition) {
        return rows.stream().filter(condition).toList();
    }
}
