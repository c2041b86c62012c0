package io.quayside.desktop.ui.compose;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.ui.compose.list.ProjectLine;
import io.quayside.desktop.ui.compose.list.ProjectListener;
import io.quayside.desktop.ui.compose.list.ProjectRow;
import io.quayside.desktop.ui.compose.list.ProjectSort;
import io.quayside.desktop.ui.compose.list.ProjectsTable;
import io.quayside.desktop.ui.compose.list.ProjectsViewModel;
import io.quayside.desktop.ui.compose.project.ProjectPage;
import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.containers.detail.logs.TogetherPage;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.list.BulkBar;
import io.quayside.desktop.ui.list.ListArea;
import io.quayside.desktop.ui.list.ListBars;
import io.quayside.desktop.ui.list.ListFilter;
import io.quayside.desktop.ui.list.ListKeyboard;
import io.quayside.desktop.ui.list.ListTable;
import io.quayside.desktop.ui.list.ProblemPlace;
import io.quayside.desktop.ui.list.RowCommands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeAction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The list of compose projects: `compose`.
public final class ComposePage implements Page {
    public static final String PAGE = "compose";

    private final ComposeParts compose;
    private final ShellContext shell;
    private final ProjectsViewModel model;
    private final ProjectActions actions;
    private final OpenProject opening;
    private final ListTable<ProjectRow, ProjectLine, ProjectSort> table;
    private final ListFilter filter;
    private final ListKeyboard keyboard;
    private final Label summary = new Label();
    private final VBox root = new VBox();

    public ComposePage(ComposeParts compose, ShellContext shell) {
        this.compose = compose;
        this.shell = shell;
        this.model = new ProjectsViewModel(compose);
        this.actions = new ProjectActions(compose, shell);
        this.opening = new OpenProject(compose, shell::navigator);
        this.table = ProjectsTable.of(model, new Inside());
        this.filter = new ListFilter(PAGE, "Filter projects", 240, model.filterTextProperty());
        this.keyboard = new ListKeyboard(shell, filter.field(), table::focus);
        build();
        commands();
    }

    /// What the page shows, for tests.
    public ProjectsViewModel model() {
        return model;
    }

    private void build() {
        root.setId("page-compose");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .addAll(
                        Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                                .toExternalForm(),
                        Objects.requireNonNull(ComposePage.class.getResource("compose.css"))
                                .toExternalForm());
        ListArea area = new ListArea(
                        model.listStateProperty(),
                        table.node(),
                        "project",
                        () -> new EmptyState(
                                "No compose projects.",
                                "Open a compose file, or bring one up with docker compose.",
                                openButton()))
                .filter(model.filterTextProperty());
        VBox.setVgrow(area, Priority.ALWAYS);
        root.getChildren()
                .addAll(
                        head(),
                        new ConnectionBanner(model.connection()),
                        new ProblemPlace(model.problemProperty(), model::dismissProblem),
                        new ListBars(filter, bulk(), model.selection()),
                        area);
        keyboard.takeWithRows(model.listStateProperty(), table.node(), () -> true);
        model.itemsProperty().subscribe(ignored -> summary());
        model.connection().asOfProperty().subscribe(ignored -> summary());
    }

    private HBox head() {
        Label title = new Label("Compose");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        summary.setId("compose-summary");
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setTranslateY(2);
        Gap gap = new Gap();
        ActionButton open = openButton();
        open.setId("compose-open");
        HBox head = new HBox(title, summary, gap, open);
        head.getStyleClass().add(StyleClasses.PAGE_HEAD);
        return head;
    }

    private ActionButton openButton() {
        return new ActionButton("Open compose file", Icons.FILES, this::open).primary();
    }

    private void open() {
        opening.ask(root.getScene().getWindow(), model::tell);
    }

    private BulkBar<ProjectRow> bulk() {
        return new BulkBar<>(model.selection(), model.itemsProperty())
                .action("Up", Icons.START, each(this::up), rows -> none(rows, this::canUp))
                .action("Stop", Icons.STOP, each(this::stop), rows -> none(rows, this::canDown))
                .action("Restart", Icons.RESTART, each(this::restart), rows -> none(rows, this::canDown));
    }

    private static Optional<String> none(List<ProjectRow> rows, Predicate<ProjectRow> possible) {
        return rows.stream().anyMatch(possible)
                ? Optional.empty()
                : Optional.of("Not possible for any of them at the moment");
    }

    private static Consumer<List<ProjectRow>> each(Consumer<Project> act) {
        return rows -> rows.forEach(row -> act.accept(row.line().project()));
    }

    private boolean canUp(ProjectRow row) {
        return actions.whyNotUp(row.line().project()).isEmpty();
    }

    private boolean canDown(ProjectRow row) {
        return actions.whyNotDown(row.line().project()).isEmpty();
    }

    private void up(Project project) {
        actions.up(project, Optional.empty(), ComposeAction.Up.all());
    }

    private void stop(Project project) {
        if (actions.whyNotDown(project).isEmpty()) {
            actions.stop(project, Optional.empty(), Set.of());
        }
    }

    private void restart(Project project) {
        if (actions.whyNotDown(project).isEmpty()) {
            actions.restart(project, Optional.empty(), Set.of());
        }
    }

    private void logs(Project project) {
        shell.navigator().go(TogetherPage.ofProject(project.name()));
    }

    private void summary() {
        String asOf = model.connection().asOfProperty().get();
        int count = model.count();
        summary.setText(!asOf.isEmpty() ? asOf : count == 0 ? "" : count + (count == 1 ? " project" : " projects"));
    }

    private void commands() {
        RowCommands<ProjectRow> commands = new RowCommands<>(
                shell.commands(),
                PAGE,
                model.selection(),
                "project",
                row -> row.line().title());
        commands.add("filter", "Filter projects", "/", Optional::empty, () -> keyboard.toFilter(model.selection()));
        commands.on("up", "Bring up", "U", this::canUp, each(this::up));
        commands.on("stop", "Stop", "S", this::canDown, each(this::stop));
        commands.on("restart", "Restart", "Mod+R", this::canDown, each(this::restart));
        commands.onOne(
                "down",
                "Take down",
                "Delete",
                this::canDown,
                row -> actions.down(row.line().project()));
        commands.onOne(
                "logs",
                "Logs of",
                "L",
                ComposePage::hasContainers,
                row -> logs(row.line().project()));
    }

    private static boolean hasContainers(ProjectRow row) {
        return !row.line().project().containers().isEmpty();
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.enter();
    }

    @Override
    public void hidden() {
        model.leave();
    }

    @Override
    public void focusMain() {
        table.focus();
    }

    @Override
    public boolean escape() {
        boolean some = model.selection().checkedCountProperty().get() > 0;
        model.selection().clear();
        return some;
    }

    @Override
    public List<Node> regions() {
        return List.of(filter.field(), table.node());
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    /// What rows ask of the page.
    private final class Inside implements ProjectListener {
        @Override
        public void open(ProjectRow row) {
            shell.navigator().go(Location.of(ProjectPage.PAGE, row.id()));
        }

        @Override
        public void upOrStop(ProjectRow row) {
            if (row.line().isUp()) {
                stop(row.line().project());
            } else {
                up(row.line().project());
            }
        }

        @Override
        public ContextMenu menu(List<ProjectRow> rows) {
            ContextMenu menu = new ContextMenu();
            boolean one = rows.size() == 1;
            if (one) {
                menu.getItems().addAll(LiveMenu.item("Open", () -> open(rows.getFirst())), new SeparatorMenuItem());
            }
            menu.getItems()
                    .addAll(
                            item("Up", rows, ComposePage.this::canUp, each(ComposePage.this::up)),
                            item("Stop", rows, ComposePage.this::canDown, each(ComposePage.this::stop)),
                            item("Restart", rows, ComposePage.this::canDown, each(ComposePage.this::restart)));
            if (one) {
                Project project = rows.getFirst().line().project();
                menu.getItems()
                        .addAll(
                                item("Down…", rows, ComposePage.this::canDown, ignored -> actions.down(project)),
                                new SeparatorMenuItem(),
                                item("Logs together", rows, ComposePage::hasContainers, ignored -> logs(project)));
                project.file()
                        .ifPresent(file ->
                                menu.getItems().add(LiveMenu.item("Copy path", () -> shell.copy(file.toString()))));
                if (project.containers().isEmpty()) {
                    menu.getItems()
                            .addAll(
                                    new SeparatorMenuItem(),
                                    item(
                                            "Remove from this list",
                                            rows,
                                            ComposePage.this::canUp,
                                            ignored -> forget(project)));
                }
            }
            return menu;
        }

        /// The file and all else stay.
        private void forget(Project project) {
            compose.parts()
                    .tasks()
                    .task("Removing a project from the list")
                    .brief()
                    .start(
                            context -> {
                                compose.runs().kept().close(project.name());
                                return project;
                            },
                            ignored -> {});
        }

        private static MenuItem item(
                String title,
                List<ProjectRow> rows,
                Predicate<ProjectRow> possible,
                Consumer<List<ProjectRow>> action) {
            MenuItem item = LiveMenu.item(title, () -> action.accept(rows));
            item.setDisable(rows.stream().noneMatch(possible));
            return item;
        }
    }
}
