package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.PortText;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.table.RowMenus;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.ContainerState;
import io.quayside.engine.model.NetworkAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// The menus of rows: what works now, also while they are open. What isn't possible for these rows is there, disabled.
final class ContainerMenus implements RowMenus {
    private static final List<String> SIGNALS =
            List.of("SIGKILL", "SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP", "SIGUSR1", "SIGUSR2");

    private final ContainersViewModel model;
    private final PageActions page;

    ContainerMenus(ContainersViewModel model, PageActions page) {
        this.model = model;
        this.page = page;
    }

    @Override
    public ContextMenu of(List<ContainerRow> rows) {
        LiveMenu menu = new LiveMenu(rows);
        Optional<ContainerRow> one = rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
        menu.add(rows.size() > 1 ? "Logs together" : "Open logs", () -> page.peek(rows, PeekTab.LOGS));
        one.flatMap(this::browser).ifPresent(menu::add);
        if (one.isPresent()) {
            menu.add("Stats", () -> page.peek(rows, PeekTab.STATS));
            menu.add("Inspect", () -> page.peek(rows, PeekTab.INSPECT));
        }
        menu.separator();
        lifecycle(menu, rows);
        one.ifPresent(row -> changes(menu, row));
        menu.separator();
        one.ifPresent(row -> menu.add(copies(row)));
        menu.add("Delete…", () -> !ready(rows).isEmpty(), () -> model.deletion().delete(rows, page::ask))
                .getStyleClass()
                .add(StyleClasses.DANGER);
        return menu.menu();
    }

    @Override
    public ContextMenu ofProject(ProjectRow project, List<ContainerRow> members) {
        LiveMenu menu = new LiveMenu(members);
        menu.add("Logs together", () -> page.peek(members, PeekTab.LOGS));
        menu.separator();
        menu.add("Start all", () -> !down(members).isEmpty(), () -> model.start(members));
        menu.add("Stop all", () -> !up(members).isEmpty(), () -> model.stop(members));
        menu.add("Restart all", () -> !up(members).isEmpty(), () -> model.restart(members));
        members.stream()
                .map(row -> row.line().container().projectFolder())
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(folder -> {
                    menu.separator();
                    menu.add("Copy path", () -> page.copy(folder));
                });
        return menu.menu();
    }

    private void lifecycle(LiveMenu menu, List<ContainerRow> rows) {
        menu.add(() -> up(rows).isEmpty() ? "Start" : "Stop", () -> !ready(rows).isEmpty(), () -> {
            if (up(rows).isEmpty()) {
                model.start(rows);
            } else {
                model.stop(rows);
            }
        });
        menu.add("Restart", () -> !up(rows).isEmpty(), () -> model.restart(rows));
        menu.add(
                () -> onlyPaused(rows) ? "Unpause" : "Pause",
                () -> onlyPaused(rows) || !in(rows, ContainerState.RUNNING).isEmpty(),
                () -> {
                    if (onlyPaused(rows)) {
                        model.actions().unpause(in(rows, ContainerState.PAUSED));
                    } else {
                        model.actions().pause(in(rows, ContainerState.RUNNING));
                    }
                });
        Menu kill = new Menu("Kill");
        SIGNALS.forEach(signal ->
                kill.getItems().add(LiveMenu.item(signal, () -> model.actions().kill(up(rows), signal))));
        menu.add(kill, () -> !up(rows).isEmpty());
    }

    private void changes(LiveMenu menu, ContainerRow row) {
        menu.separator();
        menu.add("Rename", () -> row.line().canAct(), () -> page.rename(row));
        menu.add("Save as image…", () -> row.line().canAct(), () -> page.saveAsImage(row));
        menu.add("Export filesystem…", () -> row.line().canAct(), () -> page.export(row));
    }

    private Optional<MenuItem> browser(ContainerRow row) {
        List<PortText> links = row.line().ports().stream()
                .filter(port -> port.kind() == PortText.Kind.LINK)
                .toList();
        if (links.isEmpty()) {
            return Optional.empty();
        }
        if (links.size() == 1) {
            return Optional.of(LiveMenu.item(
                    "Open in browser", () -> page.browse(links.getFirst().target())));
        }
        Menu menu = new Menu("Open in browser");
        links.forEach(link -> menu.getItems().add(LiveMenu.item(link.text(), () -> page.browse(link.target()))));
        return Optional.of(menu);
    }

    private Menu copies(ContainerRow row) {
        ContainerLine line = row.line();
        Container container = line.container();
        Menu menu = new Menu("Copy");
        menu.getItems()
                .addAll(
                        LiveMenu.item("ID", () -> page.copy(container.id())),
                        LiveMenu.item("Name", () -> page.copy(container.name())),
                        LiveMenu.item("Image", () -> page.copy(container.image())));
        container.networks().stream()
                .map(NetworkAddress::ip)
                .filter(ip -> !ip.isEmpty())
                .findFirst()
                .ifPresent(ip -> menu.getItems().add(LiveMenu.item("IP", () -> page.copy(ip))));
        if (container.state() == ContainerState.RUNNING) {
            menu.getItems()
                    .add(LiveMenu.item("Exec command", () -> page.copy("docker exec -it " + line.name() + " sh")));
        }
        return menu;
    }

    private static List<ContainerRow> ready(List<ContainerRow> rows) {
        return which(rows, row -> row.line().canAct());
    }

    private static List<ContainerRow> up(List<ContainerRow> rows) {
        return which(ready(rows), row -> row.line().container().isUp());
    }

    private static List<ContainerRow> down(List<ContainerRow> rows) {
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
