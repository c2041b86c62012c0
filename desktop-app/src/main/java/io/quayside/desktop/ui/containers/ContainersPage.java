package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.peek.PeekTab;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.table.ContainersTable;
import io.quayside.desktop.ui.containers.table.RowListener;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.images.ImageNamePanel;
import io.quayside.desktop.ui.list.BulkBar;
import io.quayside.desktop.ui.list.ListArea;
import io.quayside.desktop.ui.list.ListBars;
import io.quayside.desktop.ui.list.ListKeyboard;
import io.quayside.desktop.ui.run.ImageUpdate;
import io.quayside.desktop.ui.run.RunPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Containers page.
public final class ContainersPage implements Page {
    private static final String TABLE = "containers";

    private final ContainersParts parts;
    private final ShellContext shell;
    private final Inside inside = new Inside();
    private final ContainersViewModel model;
    private final ContainersTable table;
    private final PeekSplit peek;
    private final ImageUpdate updates;
    private final FilterBar filterBar;
    private final ListKeyboard keyboard;
    private final ListBars bars;
    private final VBox root = new VBox();
    private Optional<String> awaited = Optional.empty();
    private Location shownLast = Location.of(TABLE);

    public ContainersPage(ContainersParts parts, ShellContext shell) {
        this.parts = parts;
        this.shell = shell;
        this.model = new ContainersViewModel(parts, inside);
        this.updates = new ImageUpdate(parts, model::failed);
        this.table = new ContainersTable(
                model, parts.fx(), inside, new ContainerMenus(model, inside), new KeptColumns(parts, TABLE));
        this.peek = new PeekSplit(parts, model.selection());
        this.filterBar = new FilterBar(model, table, peek.openProperty());
        this.keyboard = new ListKeyboard(shell, filterBar.field(), table::focus);
        this.bars = new ListBars(filterBar, bulk(), model.selection());
        build();
        new ContainerCommands(model, inside, shell.commands())
                .register(this::togglePeek, () -> keyboard.toFilter(model.selection()));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.enter();
        if (!location.equals(shownLast)) {
            location.rest().stream().findFirst().ifPresent(this::showContainer);
        }
        shownLast = location;
        peek.enter();
    }

    @Override
    public void hidden() {
        awaited = Optional.empty();
        peek.leave();
        table.hidden();
        model.leave();
    }

    @Override
    public void focusMain() {
        table.focus();
    }

    @Override
    public boolean escape() {
        if (model.selection().checkedCountProperty().get() > 0) {
            model.selection().clear();
            return true;
        }
        if (peek.openProperty().get()) {
            togglePeek();
            table.node().requestFocus();
            return true;
        }
        return false;
    }

    @Override
    public List<Node> regions() {
        List<Node> regions = new ArrayList<>(List.of(bars, table.node()));
        peek.panel().ifPresent(regions::add);
        return regions;
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    PageActions actions() {
        return inside;
    }

    /// The view model, for the palette and tests.
    public ContainersViewModel model() {
        return model;
    }

    private void run() {
        shell.navigator().go(Location.of("run"));
    }

    private void openCompose() {
        shell.commands().find("compose.open").ifPresent(command -> command.run().run());
    }

    private void build() {
        root.setId("page-containers");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .add(ContainersPage.class.getResource("containers.css").toExternalForm());
        Label fault = new Label();
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER, "filter-fault");
        model.filterFaultProperty().subscribe(words -> {
            fault.setText(words.orElse(""));
            fault.setVisible(words.isPresent());
            fault.setManaged(words.isPresent());
        });
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        peek.setList(new ListArea(
                        model.listStateProperty(),
                        table.node(),
                        "container",
                        () -> new EmptyState(
                                "No containers yet.",
                                "Run one from an image, or open a compose file.",
                                List.of(
                                        new ActionButton("Run container", Icons.ADD, this::run).primary(),
                                        new ActionButton("Open compose file", Icons.FILES, this::openCompose))))
                .filter(model.filterTextProperty())
                .segments(model.options().segmentProperty())
                .whenSlow(toEngine()));
        VBox.setVgrow(peek, Priority.ALWAYS);
        root.getChildren()
                .addAll(new PageHead(model, this::openCompose, this::run), banner, bars.unless(banner), fault, peek);
        keyboard.takeWithRows(model.listStateProperty(), table.node(), () -> true);
        // Once the table has taken the row in.
        table.node()
                .expandedItemCountProperty()
                .subscribe((before, now) ->
                        parts.fx().after(Duration.ofMillis(1), () -> awaited.ifPresent(this::showContainer)));
    }

    private BulkBar<ContainerRow> bulk() {
        return new BulkBar<>(model.selection(), model.groupsProperty())
                .action(
                        "Start",
                        Icons.START,
                        model::start,
                        rows -> MenuItems.down(rows).isEmpty()
                                ? Optional.of("All of them are running")
                                : Optional.empty())
                .action("Stop", Icons.STOP, model::stop, ContainersPage::noneIsUp)
                .action("Restart", Icons.RESTART, model::restart, ContainersPage::noneIsUp)
                .action("Logs together", Icons.LOGS, inside::logsTogether, rows -> Optional.empty())
                .danger(
                        "Delete…",
                        Icons.DELETE,
                        rows -> model.deletion().delete(rows, inside::ask),
                        rows -> MenuItems.ready(rows).isEmpty()
                                ? Optional.of("None of them can be deleted now")
                                : Optional.empty());
    }

    private static Optional<String> noneIsUp(List<ContainerRow> rows) {
        return MenuItems.up(rows).isEmpty() ? Optional.of("None of them is running") : Optional.empty();
    }

    /// A container was asked for by its id or name: its row becomes the current one, and Peek opens. One that was made
    /// just now has no row before the engine's event has come.
    private void showContainer(String idOrName) {
        awaited = Optional.of(idOrName);
        model.allRows().stream()
                .filter(row -> row.id().equals(idOrName)
                        || row.line().container().name().equals(idOrName))
                .findFirst()
                .ifPresent(row -> {
                    model.selection().clear();
                    table.select(row);
                    if (model.selection()
                            .currentProperty()
                            .get()
                            .filter(row.id()::equals)
                            .isPresent()) {
                        awaited = Optional.empty();
                        peek.openProperty().set(true);
                    }
                });
    }

    private ActionButton toEngine() {
        String what = parts.session().canStartAndStop() ? "Engine log" : "Open Engine";
        return new ActionButton(what, () -> shell.navigator().go(Location.of("engine"))).small();
    }

    private void togglePeek() {
        peek.openProperty().set(!peek.openProperty().get());
    }

    /// What rows, menus and commands ask of the page.
    private final class Inside implements RowListener, PageActions {
        @Override
        public void open(ContainerRow row) {
            if (parts.tabs().isEmpty()) {
                peek(List.of(row), PeekTab.LOGS);
            } else {
                shell.navigator().go(Location.of("container", row.id()));
            }
        }

        @Override
        public void open(ContainerRow row, String tab) {
            shell.navigator().go(Location.of("container", row.id(), tab));
        }

        @Override
        public boolean hasTab(String tab) {
            return parts.hasTab(tab);
        }

        @Override
        public void start(List<ContainerRow> rows) {
            model.start(rows);
        }

        @Override
        public void stop(List<ContainerRow> rows) {
            model.stop(rows);
        }

        @Override
        public void restart(List<ContainerRow> rows) {
            model.restart(rows);
        }

        @Override
        public void undoDelete(ContainerRow row) {
            model.deletion().undo(row.id());
        }

        @Override
        public void rename(ContainerRow row, String name) {
            model.actions().rename(row, name);
        }

        @Override
        public void openInBrowser(String address) {
            browse(address);
        }

        @Override
        public void dismissProblem(String containerId) {
            model.dismissProblem(containerId);
        }

        @Override
        public void current(Optional<String> id) {
            model.selection().setCurrent(id);
        }

        @Override
        public void peek(List<ContainerRow> rows, PeekTab tab) {
            peek.open(rows, tab);
        }

        @Override
        public void logsTogether(List<ContainerRow> rows) {
            List<String> parts = new ArrayList<>(List.of("containers"));
            rows.forEach(row -> parts.add(row.id()));
            shell.navigator().go(new Location("logs", parts));
        }

        @Override
        public void logsTogether(String project) {
            shell.navigator().go(Location.of("logs", project));
        }

        @Override
        public void openProject(String project) {
            shell.navigator().go(Location.of("project", project));
        }

        @Override
        public void edit(ContainerRow row) {
            shell.navigator().go(Location.of("edit", row.id()));
        }

        @Override
        public void duplicate(ContainerRow row) {
            shell.navigator().go(RunPage.like(row.id()));
        }

        @Override
        public void copyRunCommand(ContainerRow row) {
            RunCommand.of(parts, row.line(), this::copy);
        }

        @Override
        public void updateImage(ContainerRow row) {
            String name = row.line().name();
            ask(ImageUpdate.question(name, row.line().container().image()), () -> updates.start(row.id(), name));
        }

        @Override
        public void rename(ContainerRow row) {
            table.beginRename(row);
        }

        @Override
        public void saveAsImage(ContainerRow row) {
            String name = row.line().name();
            ImageNamePanel panel = new ImageNamePanel(
                    new ImageNamePanel.Question(
                            "Save " + name + " as image",
                            "Its files become an image. What is in volumes is not part of it. It is paused meanwhile.",
                            "Save image"),
                    name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._/-]", "-"),
                    (repository, tag) -> {
                        shell.modal().close();
                        model.actions().saveAsImage(row, repository, tag);
                    },
                    () -> shell.modal().close());
            shell.modal().show(panel, () -> {});
            panel.focusName();
        }

        @Override
        public void export(ContainerRow row) {
            String name = row.line().name();
            SaveDialog.system()
                    .ask(root.getScene().getWindow(), "Export " + name, name + ".tar")
                    .ifPresent(file -> model.actions().export(row, file));
        }

        @Override
        public void browse(String address) {
            parts.browse().accept(address);
        }

        @Override
        public void copy(String text) {
            shell.copy(text);
        }

        @Override
        public void ask(Confirmation question, Runnable act) {
            shell.ask(question, act);
        }
    }
}
