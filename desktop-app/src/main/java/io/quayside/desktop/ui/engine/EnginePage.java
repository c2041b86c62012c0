package io.quayside.desktop.ui.engine;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskKind;
import io.quayside.desktop.task.Tasks;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.ProblemBanner;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.engine.disk.DiskCard;
import io.quayside.desktop.ui.engine.disk.DiskViewModel;
import io.quayside.desktop.ui.engine.disk.DoctorPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The engine in use with its figures and log; at `engine/choose` the list of those that could be used
/// instead, at `engine/choose/add` with the form for one more.
public final class EnginePage extends ViewLifecycle implements Page {
    private static final String CHOOSE = "choose";
    private static final String ADD = "add";
    private static final double WIDE = 590;
    private static final double LOG = 446;
    private static final double LOWER = 320;

    private final EngineViewModel model;
    private final Supplier<Optional<EngineLogViewModel>> log;
    private Optional<EngineLogView> logView = Optional.empty();
    private Optional<String> logOf = Optional.empty();
    private Subscription following = () -> {};
    private boolean isFollowing;
    private final ChooseEngineView choices;
    private final ShellContext shell;
    private final Tasks tasks;
    private final InstantSource clock;
    private final VBox root = new VBox();
    private final Label title = new Label("Engine");
    private final Label subtitle = new Label();
    private final HBox buttons = new HBox(8);
    private final ProblemBanner problem = new ProblemBanner();
    private final EngineStateCard state;
    private final FigureCards figures = new FigureCards();
    private final VBox overview = new VBox(12);
    private final ScrollPane scroll;
    private final DiskCard disk;
    private final ContextViewModel context;
    private final ProblemBanner contextProblem = new ProblemBanner();
    private final HBox lower = new HBox(12);
    private final ActionButton back;
    private final ActionButton choose;
    private final ActionButton start;
    private final ActionButton stop;
    private final ActionButton restart;
    private final ActionButton forceStop;
    private final ActionButton openLog;
    private boolean choosing;

    /// @param log of the engine in the window, if it is Quayside's own; asked when that is another one
    public EnginePage(
            EngineViewModel model,
            Supplier<Optional<EngineLogViewModel>> log,
            DiskViewModel disk,
            ContextViewModel context,
            ChooseEngineViewModel candidates,
            AddEngineViewModel added,
            Tasks tasks,
            InstantSource clock,
            ShellContext shell) {
        this.model = model;
        this.shell = shell;
        this.tasks = tasks;
        this.clock = clock;
        this.log = log;
        this.context = context;
        this.disk = new DiskCard(disk, this::confirm, () -> go(Location.of(DoctorPage.PAGE)));
        this.state = new EngineStateCard(() -> go(Location.of("settings", "resources")));
        this.choices = new ChooseEngineView(candidates, added, () -> go(Location.of("engine")));
        this.back = new ActionButton("Back to the engine", Icons.BACK, () -> go(Location.of("engine")));
        this.choose = new ActionButton("Choose another engine…", Icons.SERVER, () -> go(Location.of("engine", CHOOSE)));
        this.start = new ActionButton("Start", Icons.POWER, model::start).primary();
        this.stop = new ActionButton("Stop", Icons.POWER, () -> ask("Stop", model::stop));
        this.restart = new ActionButton("Restart", Icons.RESTART, () -> ask("Restart", model::restart));
        this.forceStop = new ActionButton("Force stop", Icons.POWER, model::stop).danger();
        this.openLog = new ActionButton("Engine log", Icons.LOGS, this::focusLog);
        root.setId("page-engine");
        root.getStyleClass().add(StyleClasses.PAGE);
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        subtitle.getStyleClass().add(StyleClasses.MUTED);
        Gap gap = new Gap();
        HBox head = new HBox(8, title, subtitle, gap, buttons);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(StyleClasses.PAGE_HEAD);
        HBox.setHgrow(this.disk.root(), Priority.ALWAYS);
        this.disk.root().setPrefWidth(WIDE);
        lower.getChildren().add(this.disk.root());
        VBox.setVgrow(lower, Priority.ALWAYS);
        overview.getChildren().addAll(problem, state, contextProblem, figures, lower);
        lower.setMinHeight(LOWER);
        overview.setPadding(new Insets(2, 16, 16, 16));
        scroll = new ScrollPane(overview);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setAccessibleText("Engine");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(choices, Priority.ALWAYS);
        VBox.setMargin(choices, new Insets(8, 16, 16, 16));
        root.getChildren().addAll(head, scroll);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        choosing = location.rest().stream().findFirst().filter(CHOOSE::equals).isPresent();
        enter();
        root.getChildren().set(1, choosing ? choices : scroll);
        if (choosing) {
            choices.open();
            if (location.rest().equals(List.of(CHOOSE, ADD))) {
                choices.openForm();
            }
        }
        refresh(model.statusProperty().get());
    }

    @Override
    public void hidden() {
        disk.leave();
        leave();
    }

    @Override
    protected void onShown() {
        whileShown(model.follow());
        whileShown(model.statusProperty(), this::refresh);
        whileShown(model.factsProperty(), known -> {
            state.showFacts(known);
            if (known.isPresent()) {
                context.read();
            }
        });
        whileShown(context.foundProperty(), ignored -> showContext());
        whileShown(context.busyProperty(), ignored -> showContext());
        whileShown(context.problemProperty(), contextProblem::show);
        whileShown(model.figuresProperty(), ignored -> showFigures());
        whileShown(model.trendProperty(), ignored -> showFigures());
        whileShown(
                model.slowStartProperty(),
                slow -> refresh(model.statusProperty().get()));
        changeLog();
        whileShown(() -> {
            following.close();
            following = () -> {};
            isFollowing = false;
        });
    }

    @Override
    public void focusMain() {
        if (choosing) {
            choices.focusFirst();
        } else {
            choose.requestFocus();
        }
    }

    @Override
    public boolean escape() {
        if (choosing) {
            go(Location.of("engine"));
        }
        return choosing;
    }

    @Override
    public boolean settled() {
        return choosing ? choices.settled() : model.settled() && disk.settled() && context.settled();
    }

    private void refresh(EngineStatus status) {
        title.setText(choosing ? "Choose an engine" : "Engine");
        subtitle.setText(choosing ? "" : model.title());
        state.showAddress(model.address());
        state.showStatus(status);
        figures.setVisible(status instanceof EngineStatus.Connected);
        figures.setManaged(figures.isVisible());
        disk.root().setVisible(figures.isVisible());
        disk.root().setManaged(figures.isVisible());
        if (isShown() && figures.isVisible() && !choosing) {
            disk.enter();
        } else {
            disk.leave();
        }
        problem.show(problemOf(status).map(this::withActions));
        refreshButtons(status);
        if (isShown()) {
            changeLog();
        }
        logView.ifPresent(this::placeLog);
    }

    /// Another engine has another log. Beside the list of engines none is shown, so none is followed.
    private void changeLog() {
        if (choosing) {
            following.close();
            following = () -> {};
            isFollowing = false;
            return;
        }
        Optional<String> now = model.key();
        boolean other = !now.equals(logOf);
        if (other) {
            following.close();
            logView.ifPresent(view -> lower.getChildren().remove(view));
            logView = log.get().map(found -> new EngineLogView(found, () -> save(found)));
            logOf = now;
        }
        if (other || !isFollowing) {
            isFollowing = true;
            following = logView.map(EngineLogView::open).orElse(() -> {});
        }
    }

    private void placeLog(EngineLogView view) {
        boolean wanted = model.isOwn();
        boolean there = lower.getChildren().contains(view);
        if (wanted && !there) {
            HBox.setHgrow(view, Priority.ALWAYS);
            view.setPrefWidth(LOG);
            lower.getChildren().add(view);
        } else if (!wanted && there) {
            lower.getChildren().remove(view);
        }
    }

    private void showContext() {
        boolean busy = context.busyProperty().get();
        state.showContext(context.foundProperty()
                .get()
                .map(found -> new ContextRow(found, busy, context.hint(found.state()), this::askContext)));
    }

    private void askContext(ContextViewModel.Act act, CliContext.Found on) {
        ConfirmPanel panel = panel(context.question(act, on.state()), () -> context.act(act, on));
        shell.modal().show(act == ContextViewModel.Act.REMOVE ? panel : panel.harmless(), () -> {});
    }

    private void showFigures() {
        figures.show(model.figuresProperty().get(), model.trendProperty().get(), clock.millis());
    }

    private void refreshButtons(EngineStatus status) {
        if (choosing) {
            buttons.getChildren().setAll(back);
            return;
        }
        boolean off = status instanceof EngineStatus.Stopped || status instanceof EngineStatus.Disconnected;
        boolean slow = model.slowStartProperty().get();
        buttons.getChildren().setAll(choose, off ? start : slow ? forceStop : stop, slow ? openLog : restart);
        Optional<String> notOwn = model.isOwn()
                ? Optional.empty()
                : Optional.of("Quayside didn't start this engine and can't control it");
        start.setUnavailable(notOwn);
        Optional<String> notRunning =
                status instanceof EngineStatus.Connected ? Optional.empty() : Optional.of("The engine isn't running");
        stop.setUnavailable(notOwn.or(() -> notRunning));
        restart.setUnavailable(notOwn.or(() -> notRunning));
    }

    private static Optional<Problem> problemOf(EngineStatus status) {
        return status instanceof EngineStatus.Disconnected lost ? Optional.of(lost.problem()) : Optional.empty();
    }

    private Problem withActions(Problem cause) {
        Problem.Action again = new Problem.Action("Try now", model::retry);
        Problem.Action other = new Problem.Action("Choose another…", () -> go(Location.of("engine", CHOOSE)));
        return cause.withActions(List.of(again, other));
    }

    private void ask(String act, Runnable action) {
        Optional<Confirmation> question = model.stopQuestion(act);
        question.ifPresentOrElse(asked -> confirm(asked, action), action);
    }

    private void confirm(Confirmation question, Runnable action) {
        shell.modal().show(panel(question, action), () -> {});
    }

    private ConfirmPanel panel(Confirmation question, Runnable action) {
        return new ConfirmPanel(
                question,
                () -> {
                    shell.modal().close();
                    action.run();
                },
                () -> shell.modal().close());
    }

    private void go(Location location) {
        shell.navigator().go(location);
    }

    private void focusLog() {
        logView.ifPresent(view -> view.requestFocus());
    }

    private void save(EngineLogViewModel from) {
        SaveDialog.system()
                .ask(root.getScene().getWindow(), "Save the engine log", "engine.log")
                .ifPresent(target -> tasks.task("Saving the engine log")
                        .doneTitle("Saved the engine log")
                        .kind(TaskKind.ENGINE)
                        .brief()
                        .start(context -> {
                            from.save(target);
                            return target;
                        }));
    }
}
