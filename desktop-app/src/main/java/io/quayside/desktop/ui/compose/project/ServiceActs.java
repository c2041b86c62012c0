package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.compose.ProjectActions;
import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.containers.detail.logs.TogetherPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.engine.compose.ComposeAction;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What is done with single services. FX thread.
final class ServiceActs implements ServiceListener {
    private final ComposeParts compose;
    private final ShellContext shell;
    private final ProjectViewModel model;
    private final ProjectActions actions;

    ServiceActs(ComposeParts compose, ShellContext shell, ProjectViewModel model, ProjectActions actions) {
        this.compose = compose;
        this.shell = shell;
        this.model = model;
        this.actions = actions;
    }

    @Override
    public void open(ServiceLine line) {
        line.containers().stream()
                .findFirst()
                .ifPresent(container -> shell.navigator().go(Location.of("container", container.id())));
    }

    @Override
    public void logs(ServiceLine line) {
        if (line.containers().size() == 1) {
            shell.navigator()
                    .go(Location.of("container", line.containers().getFirst().id(), "logs"));
        } else if (!line.containers().isEmpty()) {
            shell.navigator()
                    .go(TogetherPage.of(
                            line.containers().stream().map(Container::id).toList()));
        }
    }

    @Override
    public void up(ServiceLine line) {
        with((project, service) -> up(project, service, ComposeAction.Up.all()), line);
    }

    @Override
    public void browse(ServiceLine line) {
        line.published().stream()
                .findFirst()
                .ifPresent(port -> compose.parts().browse().accept("http://localhost:" + port.publicPort()));
    }

    @Override
    public ContextMenu menu(ServiceLine line) {
        ContextMenu menu = new ContextMenu();
        Optional<Project> project = model.projectProperty().get();
        Optional<String> busy = project.flatMap(actions::busy);
        boolean there = !line.containers().isEmpty();
        Optional<String> noFile = busy.or(() -> line.known() ? Optional.empty() : Optional.of("It isn’t in the file"));
        menu.getItems()
                .addAll(
                        item("Open container", there, () -> open(line)),
                        item("Logs", there, () -> logs(line)),
                        item(
                                "Terminal",
                                line.isUp(),
                                () -> shell.navigator()
                                        .go(Location.of(
                                                "container",
                                                line.containers().getFirst().id(),
                                                "terminal"))),
                        new SeparatorMenuItem(),
                        item("Up", noFile.isEmpty(), () -> up(line)));
        if (line.built()) {
            menu.getItems()
                    .add(item(
                            "Up and rebuild",
                            noFile.isEmpty(),
                            () -> with(
                                    (on, service) -> up(
                                            on, service, ComposeAction.Up.all().with(ComposeAction.Images.BUILD)),
                                    line)));
        } else {
            menu.getItems()
                    .add(item(
                            "Pull then up",
                            noFile.isEmpty(),
                            () -> with(
                                    (on, service) -> up(
                                            on, service, ComposeAction.Up.all().with(ComposeAction.Images.PULL)),
                                    line)));
        }
        menu.getItems()
                .addAll(
                        item(
                                "Recreate",
                                noFile.isEmpty(),
                                () -> with(
                                        (on, service) -> up(
                                                on,
                                                service,
                                                ComposeAction.Up.all().recreatingAll()),
                                        line)),
                        new SeparatorMenuItem(),
                        line.isUp()
                                ? item(
                                        "Stop",
                                        busy.isEmpty(),
                                        () -> with(
                                                (on, service) -> actions.stop(on, model.model(), Set.of(service)),
                                                line))
                                : item(
                                        "Start",
                                        busy.isEmpty() && there,
                                        () -> with(
                                                (on, service) -> actions.start(on, model.model(), Set.of(service)),
                                                line)),
                        item(
                                "Restart",
                                busy.isEmpty() && there,
                                () -> with((on, service) -> actions.restart(on, model.model(), Set.of(service)), line)),
                        item(
                                "Scale…",
                                noFile.isEmpty(),
                                () -> with((on, service) -> actions.scale(on, model.model(), service), line)));
        return menu;
    }

    private void up(Project project, String service, ComposeAction.Up how) {
        actions.up(project, model.model(), how.only(Set.of(service)));
    }

    private void with(BiConsumer<Project, String> act, ServiceLine line) {
        model.projectProperty().get().ifPresent(project -> act.accept(project, line.service()));
    }

    private static MenuItem item(String title, boolean possible, Runnable action) {
        MenuItem item = LiveMenu.item(title, action);
        item.setDisable(!possible);
        return item;
    }
}
