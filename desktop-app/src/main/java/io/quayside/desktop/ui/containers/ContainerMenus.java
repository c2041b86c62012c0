package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.PortText;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.containers.table.RowMenus;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;

/// The menus of rows: what works now, also while they are open. What isn't possible for these rows is there, disabled.
final class ContainerMenus implements RowMenus {
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
        if (rows.size() > 1) {
            menu.add("Logs together", () -> page.logsTogether(rows));
        }
        one.ifPresent(row -> menu.add("Open logs", () -> page.openOrPeek(row, PeekTab.LOGS)));
        one.filter(row -> page.hasTab("terminal"))
                .ifPresent(row -> menu.add("Open terminal", () -> page.open(row, "terminal")));
        one.flatMap(this::browser).ifPresent(menu::add);
        one.filter(row -> page.hasTab("files"))
                .ifPresent(row -> menu.add("Browse files", () -> page.open(row, "files")));
        one.ifPresent(row -> {
            menu.add("Stats", () -> page.openOrPeek(row, PeekTab.STATS));
            menu.add("Inspect", () -> page.openOrPeek(row, PeekTab.INSPECT));
        });
        menu.separator();
        MenuItems.lifecycle(menu, rows, model, model.actions());
        one.ifPresent(row -> changes(menu, row));
        menu.separator();
        one.ifPresent(row -> menu.add(MenuItems.copies(row.line(), page::copy, () -> page.copyRunCommand(row))));
        menu.add(
                        "Delete…",
                        () -> !MenuItems.ready(rows).isEmpty(),
                        () -> model.deletion().delete(rows, page::ask))
                .getStyleClass()
                .add(StyleClasses.DANGER);
        return menu.menu();
    }

    @Override
    public ContextMenu ofProject(ProjectRow project, List<ContainerRow> members) {
        LiveMenu menu = new LiveMenu(members);
        Optional<String> name = members.stream()
                .findFirst()
                .flatMap(row -> row.line().container().project())
                .filter(one -> members.stream()
                        .allMatch(row -> row.line().container().project().equals(Optional.of(one))));
        name.ifPresent(one -> menu.add("Open project", () -> page.openProject(one)));
        menu.add("Logs together", () -> name.ifPresentOrElse(page::logsTogether, () -> page.logsTogether(members)));
        menu.separator();
        menu.add("Start all", () -> !MenuItems.down(members).isEmpty(), () -> model.start(members));
        menu.add("Stop all", () -> !MenuItems.up(members).isEmpty(), () -> model.stop(members));
        menu.add("Restart all", () -> !MenuItems.up(members).isEmpty(), () -> model.restart(members));
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

    private void changes(LiveMenu menu, ContainerRow row) {
        menu.separator();
        menu.add("Rename", () -> row.line().canAct(), () -> page.rename(row));
        menu.add("Edit and recreate…", () -> row.line().canAct(), () -> page.edit(row));
        menu.add("Update image and recreate…", () -> row.line().canAct(), () -> page.updateImage(row));
        menu.add("Duplicate…", () -> row.line().canAct(), () -> page.duplicate(row));
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
}
