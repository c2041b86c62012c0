package io.quayside.desktop.ui.compose.project;

import io.quayside.desktop.compose.Project;
import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.compose.ComposePage;
import io.quayside.desktop.ui.compose.ComposeParts;
import io.quayside.desktop.ui.compose.OpenProject;
import io.quayside.desktop.ui.compose.ProjectActions;
import io.quayside.desktop.ui.compose.environment.EnvironmentTab;
import io.quayside.desktop.ui.compose.file.FileTab;
import io.quayside.desktop.ui.compose.run.RunPanel;
import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.LiveMenu;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.TabNames;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.compose.ComposeAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of one compose project: `project/NAME/TAB`.
public final class ProjectPage implements Page {
    public static final String PAGE = "project";
    private static final Location LIST = Location.of(ComposePage.PAGE);
    private static final String OVERVIEW = "overview";
    private static final String FILE = "file";
    private static final double RUN = 431;
    private static final double NARROW = 900;
    private static final double NARROW_RUN = 330;

    private final ComposeParts compose;
    private final ShellContext shell;
    private final ProjectViewModel model;
    private final ProjectActions actions;
    private final Map<String, ProjectTab> tabs = new LinkedHashMap<>();
    private final OverviewTab overview;
    private final LogsTab logs;
    private final TabNames bar;
    private final ProjectHead head;
    private final RunPanel run;
    private final StackPane problem = new StackPane();
    private final StackPane content = new StackPane();
    private final VBox root = new VBox();
    private String open = OVERVIEW;
    private Optional<Problem> told = Optional.empty();

    public ProjectPage(ComposeParts compose, ShellContext shell) {
        this.compose = compose;
        this.shell = shell;
        this.model = new ProjectViewModel(compose);
        this.actions = new ProjectActions(compose, shell);
        ServiceActs services = new ServiceActs(compose, shell, model, actions);
        this.overview = new OverviewTab(model, services, new DriftLine(compose, model, this::up));
        this.logs = new LogsTab(model, compose, shell);
        tabs.put(OVERVIEW, overview);
        FileTab files = new FileTab(compose.parts(), shell, compose.runs().calls());
        files.onLocate(this::locate);
        files.onApply(this::up);
        tabs.put(FILE, new SourceTab(model, files));
        tabs.put("logs", logs);
        tabs.put(
                "environment",
                new SourceTab(
                        model,
                        new EnvironmentTab(
                                compose.parts(), shell, compose.runs().calls())));
        tabs.put("history", new HistoryTab(model, this::copy));
        this.bar = new TabNames(
                List.of(
                        new TabNames.Tab(OVERVIEW, "Overview"),
                        new TabNames.Tab(FILE, "File"),
                        new TabNames.Tab("logs", "Logs"),
                        new TabNames.Tab("environment", "Environment"),
                        new TabNames.Tab("history", "History")),
                this::go);
        this.head = new ProjectHead(new Acts());
        this.run = new RunPanel(compose, shell);
        build();
        commands();
    }

    /// What the page shows, for tests.
    public ProjectViewModel model() {
        return model;
    }

    private void up() {
        model.projectProperty().get().ifPresent(project -> actions.up(project, model.model(), ComposeAction.Up.all()));
    }

    /// Asks how many containers a service is to have.
    public void scale(String service) {
        model.projectProperty().get().ifPresent(project -> actions.scale(project, model.model(), service));
    }

    private void build() {
        root.setId("page-project");
        root.getStyleClass().add(StyleClasses.PAGE);
        for (String sheet : List.of(
                Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                        .toExternalForm(),
                Objects.requireNonNull(ComposePage.class.getResource("compose.css"))
                        .toExternalForm())) {
            root.getStylesheets().add(sheet);
        }
        problem.setPadding(new Insets(12, 16, 12, 16));
        content.setMinSize(0, 0);
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox body = new HBox(content, run);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.widthProperty().subscribe(width -> {
            double wide = width.doubleValue() < NARROW ? NARROW_RUN : RUN;
            run.setMinWidth(wide);
            run.setPrefWidth(wide);
            run.setMaxWidth(wide);
        });
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        banner.setPadding(new Insets(12, 16, 0, 16));
        root.getChildren().addAll(head, bar, banner, problem, body);
        model.projectProperty().subscribe(ignored -> update());
        model.readingProperty().subscribe(ignored -> update());
        model.runProperty().subscribe(ignored -> update());
        model.onPaint(() -> {
            run.update(model.runProperty().get(), model.now());
            showHead();
        });
        update();
    }

    private Optional<String> whyNotUp(Project project) {
        return actions.whyNotUp(project)
                .or(() -> model.readingProperty().get().missing().isPresent()
                        ? Optional.of("Its compose file isn’t there")
                        : Optional.empty());
    }

    private void showHead() {
        head.show(model.title(), model.projectProperty().get(), actions::busy, this::whyNotUp, actions::whyNotDown);
    }

    private void update() {
        showHead();
        showProblem();
        boolean nothing = model.isShown()
                && model.settled()
                && model.projectProperty().get().isEmpty();
        Node next = nothing
                ? new EmptyState(
                        "There is no project " + model.title() + ".",
                        "It may have been taken down.",
                        List.of(new ActionButton("Back to compose projects", this::leave)))
                : tab().node();
        if (!content.getChildren().equals(List.of(next))) {
            content.getChildren().setAll(next);
        }
    }

    /// What is wrong with the files.
    private void showProblem() {
        Optional<Problem> now = told.or(
                        () -> model.readingProperty().get().fault().map(this::withEdit))
                .or(() -> model.readingProperty()
                        .get()
                        .missing()
                        // The file's own tab says it itself.
                        .filter(ignored -> !open.equals(FILE))
                        .map(this::gone));
        problem.setVisible(now.isPresent());
        problem.setManaged(now.isPresent());
        problem.getChildren()
                .setAll(now.stream()
                        .map(one -> {
                            ProblemPane pane = new ProblemPane(ProblemPane.Form.BANNER, one);
                            return told.isPresent()
                                    ? pane.onDismiss(() -> {
                                        told = Optional.empty();
                                        showProblem();
                                    })
                                    : pane;
                        })
                        .toList());
    }

    /// What is wrong with a file stands at its line in its own tab.
    private Problem withEdit(Problem fault) {
        return fault.code().equals("compose-file") && !open.equals(FILE)
                ? fault.withActions(List.of(new Problem.Action("Edit file", () -> go(FILE))))
                : fault;
    }

    private Problem gone(Path file) {
        boolean runs = model.projectProperty()
                .get()
                .filter(one -> !one.containers().isEmpty())
                .isPresent();
        Path folder = file.getParent();
        return new Problem(
                SafeText.line(String.valueOf(file.getFileName())) + " is no longer at "
                        + SafeText.line(folder == null ? "" : Folders.shown(folder)) + ".",
                runs ? "The containers are still there and can be stopped." : "",
                List.of(new Problem.Action("Locate…", this::locate)),
                Optional.empty(),
                List.of(),
                "compose-gone",
                true);
    }

    private void locate() {
        new OpenProject(compose, shell::navigator).locate(root.getScene().getWindow(), model.name(), this::tell);
    }

    private void tell(Problem why) {
        told = Optional.of(why);
        showProblem();
    }

    private void copy(String text) {
        shell.copy(text);
    }

    private ProjectTab tab() {
        return Objects.requireNonNull(tabs.get(open));
    }

    private void go(String tab) {
        shell.navigator().go(Location.of(PAGE, model.name(), tab));
    }

    private void leave() {
        shell.navigator().go(LIST);
    }

    private void commands() {
        on(
                "up",
                "Bring up",
                "U",
                this::whyNotUp,
                project -> actions.up(project, model.model(), ComposeAction.Up.all()));
        on("stop", "Stop", "S", actions::whyNotDown, project -> actions.stop(project, model.model(), Set.of()));
        on(
                "restart",
                "Restart",
                "Mod+R",
                actions::whyNotDown,
                project -> actions.restart(project, model.model(), Set.of()));
        on("down", "Take down", "", actions::whyNotDown, actions::down);
        on(
                "rebuild",
                "Rebuild and bring up",
                "",
                this::whyNotUp,
                project -> actions.up(
                        project, model.model(), ComposeAction.Up.all().with(ComposeAction.Images.BUILD)));
        on(
                "pull",
                "Pull and bring up",
                "",
                this::whyNotUp,
                project -> actions.up(
                        project, model.model(), ComposeAction.Up.all().with(ComposeAction.Images.PULL)));
        on(
                "recreate",
                "Recreate all of",
                "",
                this::whyNotUp,
                project -> actions.up(
                        project, model.model(), ComposeAction.Up.all().recreatingAll()));
        int number = 1;
        for (String tab : tabs.keySet()) {
            command("tab-" + tab, "Show " + tab, "Alt+" + number++, Optional::empty, () -> go(tab));
        }
        command("find", "Find in the logs", "Mod+F", this::whyNotLogs, logs::find);
        command("copy", "Copy the selected lines", "Mod+C", this::whyNotLogs, logs::copy);
    }

    private Optional<String> whyNotLogs() {
        return tab().equals(logs) ? Optional.empty() : Optional.of("The logs aren’t shown");
    }

    private void on(
            String id, String verb, String keys, Function<Project, Optional<String>> whyNot, Consumer<Project> act) {
        shell.commands()
                .register(new Command(
                        "project." + id,
                        () -> verb + " " + model.title(),
                        Optional.of(PAGE),
                        Optional.of(keys).filter(text -> !text.isEmpty()),
                        () -> model.projectProperty().get().map(whyNot).orElse(Optional.of("There is no such project")),
                        () -> model.projectProperty().get().ifPresent(act)));
    }

    private void command(
            String id, String title, String keys, java.util.function.Supplier<Optional<String>> whyNot, Runnable run) {
        shell.commands()
                .register(new Command("project." + id, () -> title, Optional.of(PAGE), Optional.of(keys), whyNot, run));
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        if (location.rest().isEmpty() || location.rest().getFirst().isEmpty()) {
            leave();
            return;
        }
        String name = location.rest().getFirst();
        if (!name.equals(model.name())) {
            told = Optional.empty();
            run.leave();
        }
        model.show(name);
        model.enter();
        tab().leave();
        open = location.rest().size() > 1 && tabs.containsKey(location.rest().get(1))
                ? location.rest().get(1)
                : OVERVIEW;
        bar.mark(open);
        tab().enter();
        update();
    }

    @Override
    public void hidden() {
        tab().leave();
        run.leave();
        model.leave();
    }

    @Override
    public void focusMain() {
        tab().focusMain();
    }

    @Override
    public boolean escape() {
        if (tab().escape()) {
            return true;
        }
        leave();
        return true;
    }

    @Override
    public List<Node> regions() {
        List<Node> regions = new ArrayList<>(List.of(head));
        regions.addAll(tab().equals(overview) ? overview.regions() : List.of(tab().node()));
        if (run.isVisible()) {
            regions.add(run);
        }
        return regions;
    }

    @Override
    public List<UnsavedText> unsaved() {
        List<UnsavedText> all = new ArrayList<>();
        tabs.forEach((name, one) -> one.unsaved().forEach(text -> {
            String project = text.source().name().orElse(model.name());
            all.add(new UnsavedText(
                    SafeText.line(text.name()) + " of " + SafeText.line(project), Location.of(PAGE, project, name)));
        }));
        return all;
    }

    @Override
    public boolean settled() {
        return model.settled() && tab().settled();
    }

    /// What the head's buttons do.
    private final class Acts implements ProjectHead.Acts {
        @Override
        public void leave() {
            ProjectPage.this.leave();
        }

        @Override
        public void edit() {
            go(FILE);
        }

        @Override
        public void down() {
            model.projectProperty().get().ifPresent(actions::down);
        }

        @Override
        public void up() {
            ProjectPage.this.up();
        }

        private void up(ComposeAction.Up how) {
            model.projectProperty().get().ifPresent(project -> actions.up(project, model.model(), how));
        }

        @Override
        public ContextMenu more() {
            Optional<Project> project = model.projectProperty().get();
            boolean up = project.flatMap(ProjectPage.this::whyNotUp).isEmpty();
            boolean down = project.flatMap(actions::whyNotDown).isEmpty();
            ContextMenu menu = new ContextMenu();
            menu.getItems()
                    .addAll(
                            item("Up", up, this::up),
                            item(
                                    "Up and rebuild",
                                    up,
                                    () -> up(ComposeAction.Up.all().with(ComposeAction.Images.BUILD))),
                            item(
                                    "Pull then up",
                                    up,
                                    () -> up(ComposeAction.Up.all().with(ComposeAction.Images.PULL))),
                            item("Recreate", up, () -> up(ComposeAction.Up.all().recreatingAll())),
                            new SeparatorMenuItem(),
                            item(
                                    "Start",
                                    down,
                                    () -> project.ifPresent(one -> actions.start(one, model.model(), Set.of()))),
                            item(
                                    "Stop",
                                    down,
                                    () -> project.ifPresent(one -> actions.stop(one, model.model(), Set.of()))),
                            item(
                                    "Restart",
                                    down,
                                    () -> project.ifPresent(one -> actions.restart(one, model.model(), Set.of()))),
                            new SeparatorMenuItem(),
                            item(
                                    "Pull images",
                                    up,
                                    () -> project.ifPresent(
                                            one -> actions.run(one, model.model(), new ComposeAction.Pull(Set.of())))),
                            item(
                                    "Build images",
                                    up,
                                    () -> project.ifPresent(one ->
                                            actions.run(one, model.model(), new ComposeAction.Build(Set.of())))));
            return menu;
        }

        private static MenuItem item(String title, boolean possible, Runnable action) {
            MenuItem item = LiveMenu.item(title, action);
            item.setDisable(!possible);
            return item;
        }
    }
}
