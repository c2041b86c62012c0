package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.ProblemBanner;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.engine.disk.DiskMeasure.Measured;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Disk doctor: what takes space to the byte, a plan of what can go, and the last run. At `disk-doctor`.
public final class DoctorPage extends ViewLifecycle implements Page {
    public static final String PAGE = "disk-doctor";

    private static final double RIGHT = 448;
    private static final double LEAST_RIGHT = 344;
    private static final double LEAST_LEFT = 464;
    /// Below that the last run scrolls with the plan.
    private static final double ROOM_FOR_LAST_RUN = 430;

    private final DiskViewModel model;
    private final ShellContext shell;
    private final VBox root = new VBox();
    private final HBox head;
    private final MeasuredLabel when;
    private final ProblemBanner problem = new ProblemBanner();
    private final SpaceBars bars = new SpaceBars(true);
    private final SpaceTable table = new SpaceTable();
    private final Segments<Boolean> order = new Segments<>(
            "Order", List.of(new Segments.Option<>(true, "By kind"), new Segments.Option<>(false, "Largest first")));
    private final Label note = new Label();
    private final PlanPane plan;
    private final Label count = new Label();
    private final VBox planScrolled = new VBox();
    private final VBox right = new VBox(12);
    private final VBox content = new VBox(12);
    private final VBox waiting = new VBox();
    private final ActionButton again;
    private Optional<LastRunPane> lastRun = Optional.empty();
    private boolean connected;

    public DoctorPage(DiskViewModel model, ShellContext shell) {
        this.model = model;
        this.shell = shell;
        this.when = new MeasuredLabel(model, true);
        this.plan = new PlanPane(model, "", this::ask);
        this.again = new ActionButton("Measure again", Icons.REFRESH, model::measure);
        again.setId("doctor-measure");
        again.setMinWidth(Region.USE_PREF_SIZE);
        root.setId("page-" + PAGE);
        root.getStyleClass().add(StyleClasses.PAGE);
        head = head();
        HBox lower = new HBox(12, spaceCard(), right());
        VBox.setVgrow(lower, Priority.ALWAYS);
        VBox barsCard = new VBox(bars);
        barsCard.getStyleClass().addAll(StyleClasses.CARD, "doctor-bars");
        content.getChildren().addAll(barsCard, lower);
        waiting.setAlignment(Pos.CENTER);
        for (Node part : List.of(problem, content, waiting)) {
            VBox.setMargin(part, new Insets(4, 16, 12, 16));
        }
        for (VBox part : List.of(content, waiting)) {
            VBox.setVgrow(part, Priority.ALWAYS);
            part.managedProperty().bind(part.visibleProperty());
        }
        root.getChildren().addAll(head, problem, content, waiting);
        order.valueProperty().subscribe((before, now) -> showTable());
    }

    private HBox head() {
        IconButton back = new IconButton(Icons.CHEVRON_LEFT, "Back to the engine", this::toEngine);
        Hyperlink crumb = new Hyperlink("Engine");
        crumb.getStyleClass().add("crumb");
        crumb.setMinWidth(Region.USE_PREF_SIZE);
        crumb.setOnAction(event -> {
            crumb.setVisited(false);
            toEngine();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        Label title = new Label("Disk doctor");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        when.setTranslateY(2);
        when.setMinWidth(0);
        HBox row = new HBox(8, back, crumb, slash, title, when, new Gap(), plan.shrinkButton(), again);
        row.getStyleClass().addAll(StyleClasses.PAGE_HEAD, "doctor-head");
        return row;
    }

    private Node spaceCard() {
        Label title = new Label("What takes space");
        title.getStyleClass().add(StyleClasses.STRONG);
        HBox top = new HBox(8, title, new Gap(), order);
        top.getStyleClass().add("doctor-card-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        note.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        note.setWrapText(true);
        HBox foot = new HBox(8, Icons.INFO.node(Icons.SMALL), note);
        foot.getStyleClass().add("doctor-note");
        VBox card = new VBox(top, table, foot);
        card.getStyleClass().addAll(StyleClasses.CARD, "doctor-card");
        card.setMinWidth(LEAST_LEFT);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node right() {
        Label title = new Label("Plan");
        title.getStyleClass().add(StyleClasses.STRONG);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setId("doctor-count");
        Label calm = new Label("Nothing running is touched");
        calm.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        calm.setMinWidth(0);
        HBox top = new HBox(8, title, count, new Gap(), calm);
        top.getStyleClass().add("doctor-card-head");
        planScrolled.getChildren().add(plan.rows());
        ScrollPane scroll = new ScrollPane(planScrolled);
        scroll.setFitToWidth(true);
        scroll.setAccessibleText("What can go from the disk");
        scroll.getStyleClass().add("disk-rows");
        HBox foot = new HBox(8, plan.words(), plan.free());
        foot.getStyleClass().add("disk-foot");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        VBox card = new VBox(top, scroll, foot);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        card.getStyleClass().addAll(StyleClasses.CARD, "doctor-card");
        VBox.setVgrow(card, Priority.SOMETIMES);
        card.setMinHeight(0);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        scroll.setMinHeight(0);
        right.getChildren().add(card);
        right.setPrefWidth(RIGHT);
        right.setMinWidth(LEAST_RIGHT);
        right.heightProperty().subscribe(ignored -> placeLastRun());
        return right;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        enter();
    }

    @Override
    public void hidden() {
        leave();
    }

    @Override
    public void focusMain() {
        table.requestFocus();
    }

    @Override
    public boolean escape() {
        return false;
    }

    @Override
    public List<Node> regions() {
        return List.of(head, table, right);
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    @Override
    protected void onShown() {
        connected = model.isConnected();
        plan.enter();
        whileShown(when.begin());
        whileShown(model.askingProperty(), asking -> {
            when.refresh();
            again.setUnavailable(asking ? Optional.of("It is being measured") : whyNot());
        });
        whileShown(model.measuredProperty(), this::show);
        whileShown(model.checkedProperty(), ignored -> count.setText(plan.count()));
        whileShown(model.lastRunProperty(), this::showLastRun);
        whileShown(model.problemProperty(), problem::show);
        whileShown(model.onConnected(now -> {
            connected = now;
            again.setUnavailable(whyNot());
            show(model.measuredProperty().get());
            if (now) {
                model.measureOnce();
            }
        }));
    }

    @Override
    protected void onHidden() {
        plan.leave();
    }

    private Optional<String> whyNot() {
        return connected ? Optional.empty() : Optional.of("The engine isn’t connected");
    }

    private void show(Optional<Measured> known) {
        content.setVisible(known.isPresent());
        waiting.setVisible(known.isEmpty());
        waiting.getChildren()
                .setAll(
                        connected
                                ? new EmptyState("Measuring…", "The engine is asked what takes space on its disk.")
                                : new EmptyState(
                                        "The engine isn’t connected.",
                                        "What takes space on its disk is measured once it is.",
                                        new ActionButton("Engine", this::toEngine)));
        bars.show(known);
        showTable();
        when.refresh();
        count.setText(plan.count());
        note.setText(
                known.flatMap(now -> now.space().note()).orElse("A shared layer goes only when its last image goes."));
    }

    private void showTable() {
        table.show(
                model.measuredProperty().get().map(Measured::space),
                order.valueProperty().get());
    }

    private void showLastRun(Optional<DiskRun> run) {
        lastRun.ifPresent(this::takeOut);
        lastRun = run.map(known -> new LastRunPane(known, model.now()));
        placeLastRun();
    }

    /// A card of its own where there is room, else it scrolls with the plan.
    private void placeLastRun() {
        if (lastRun.isEmpty()) {
            return;
        }
        LastRunPane pane = lastRun.get();
        boolean own = right.getHeight() == 0 || right.getHeight() >= ROOM_FOR_LAST_RUN;
        VBox wanted = own ? right : planScrolled;
        if (!wanted.getChildren().contains(pane)) {
            takeOut(pane);
            pane.getStyleClass().remove(StyleClasses.CARD);
            if (own) {
                pane.getStyleClass().add(StyleClasses.CARD);
            }
            wanted.getChildren().add(pane);
        }
    }

    private void takeOut(LastRunPane pane) {
        right.getChildren().remove(pane);
        planScrolled.getChildren().remove(pane);
    }

    private void ask(Confirmation question, Runnable act) {
        shell.ask(question, act);
    }

    private void toEngine() {
        shell.navigator().go(Location.of("engine"));
    }
}
