package io.quayside.desktop.ui.containers;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.peek.PeekPanel;
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
import javafx.scene.control.SeparatorMenuItem;

/// The menus of rows: what works now. What isn't possible for these rows is there, disabled.
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
        ContextMenu menu = new ContextMenu();
        Optional<ContainerRow> one = rows.size() == 1 ? Optional.of(rows.getFirst()) : Optional.empty();
        menu.getItems()
                .add(item(rows.size() > 1 ? "Logs together" : "Open logs", () -> page.peek(rows, PeekPanel.Tab.LOGS)));
        one.flatMap(this::browser).ifPresent(menu.getItems()::add);
        one.ifPresent(row -> menu.getItems()
                .addAll(
                        item("Stats", () -> page.peek(rows, PeekPanel.Tab.STATS)),
                        item("Inspect", () -> page.peek(rows, PeekPanel.Tab.INSPECT))));
        menu.getItems().add(new SeparatorMenuItem());
        lifecycle(menu, rows);
        one.ifPresent(row -> changes(menu, row));
        menu.getItems().add(new SeparatorMenuItem());
        one.ifPresent(row -> menu.getItems().add(copies(row)));
        MenuItem delete = item("Delete…", () -> model.delete(rows, page::ask));
        delete.getStyleClass().add(StyleClasses.DANGER);
        delete.setDisable(rows.stream().noneMatch(row -> row.line().canAct()));
        menu.getItems().add(delete);
        return menu;
    }

    @Override
    public ContextMenu ofProject(ProjectRow project, List<ContainerRow> members) {
        ContextMenu menu = new ContextMenu();
        List<ContainerRow> up = which(members, row -> row.line().container().isUp());
        List<ContainerRow> down = which(members, row -> !row.line().container().isUp());
        menu.getItems()
                .addAll(
                        item("Logs together", () -> page.peek(members, PeekPanel.Tab.LOGS)),
                        new SeparatorMenuItem(),
                        unless(
                                down.isEmpty(),
                                item("Start all", () -> model.actions().start(down))),
                        unless(
                                up.isEmpty(),
                                item("Stop all", () -> model.actions().stop(up))),
                        unless(
                                up.isEmpty(),
                                item("Restart all", () -> model.actions().restart(up))));
        members.stream()
                .map(row -> row.line().container().projectFolder())
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(folder ->
                        menu.getItems().addAll(new SeparatorMenuItem(), item("Copy path", () -> page.copy(folder))));
        return menu;
    }

    private void lifecycle(ContextMenu menu, List<ContainerRow> rows) {
        List<ContainerRow> ready = which(rows, row -> row.line().canAct());
        List<ContainerRow> up = which(ready, row -> row.line().container().isUp());
        List<ContainerRow> down = which(ready, row -> !row.line().container().isUp());
        List<ContainerRow> paused = which(ready, row -> state(row) == ContainerState.PAUSED);
        List<ContainerRow> running = which(ready, row -> state(row) == ContainerState.RUNNING);
        if (up.isEmpty()) {
            menu.getItems()
                    .add(unless(
                            down.isEmpty(), item("Start", () -> model.actions().start(down))));
        } else {
            menu.getItems().add(item("Stop", () -> model.actions().stop(up)));
        }
        menu.getItems()
                .add(unless(up.isEmpty(), item("Restart", () -> model.actions().restart(up))));
        menu.getItems()
                .add(
                        running.isEmpty() && !paused.isEmpty()
                                ? item("Unpause", () -> model.actions().unpause(paused))
                                : unless(
                                        running.isEmpty(),
                                        item("Pause", () -> model.actions().pause(running))));
        Menu kill = new Menu("Kill");
        SIGNALS.forEach(signal ->
                kill.getItems().add(item(signal, () -> model.actions().kill(up, signal))));
        kill.setDisable(up.isEmpty());
        menu.getItems().add(kill);
    }

    private void changes(ContextMenu menu, ContainerRow row) {
        boolean can = row.line().canAct();
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        unless(!can, item("Rename", () -> page.rename(row))),
                        unless(!can, item("Save as image…", () -> page.saveAsImage(row))),
                        unless(!can, item("Export filesystem…", () -> page.export(row))));
    }

    private Optional<MenuItem> browser(ContainerRow row) {
        List<PortText> links = row.line().ports().stream()
                .filter(port -> port.kind() == PortText.Kind.LINK)
                .toList();
        if (links.isEmpty()) {
            return Optional.empty();
        }
        if (links.size() == 1) {
            return Optional.of(
                    item("Open in browser", () -> page.browse(links.getFirst().target())));
        }
        Menu menu = new Menu("Open in browser");
        links.forEach(link -> menu.getItems().add(item(link.text(), () -> page.browse(link.target()))));
        return Optional.of(menu);
    }

    private Menu copies(ContainerRow row) {
        ContainerLine line = row.line();
        Container container = line.container();
        Menu menu = new Menu("Copy");
        menu.getItems()
                .addAll(
                        item("ID", () -> page.copy(container.id())),
                        item("Name", () -> page.copy(container.name())),
                        item("Image", () -> page.copy(container.image())));
        container.networks().stream()
                .map(NetworkAddress::ip)
                .filter(ip -> !ip.isEmpty())
                .findFirst()
                .ifPresent(ip -> menu.getItems().add(item("IP", () -> page.copy(ip))));
        if (container.state() == ContainerState.RUNNING) {
            menu.getItems().add(item("Exec command", () -> page.copy("docker exec -it " + line.name() + " sh")));
        }
        return menu;
    }

    private static ContainerState state(ContainerRow row) {
        return row.line().container().state();
    }

    private static List<ContainerRow> which(List<ContainerRow> rows, Predicate<ContainerRow> condition) {
        return rows.stream().filter(condition).toList();
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static MenuItem unless(boolean impossible, MenuItem item) {
        item.setDisable(impossible);
        return item;
    }
}
