package io.quayside.desktop.ui.builds.form;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.builds.run.BuildRunPage;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.run.RunPage;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Builds an image of a folder: `build` with the draft, `build/ID` with what an earlier build was asked.
public final class BuildPage implements Page {
    public static final String PAGE = "build";
    private static final Location LIST = Location.of("builds");
    private static final double SIDE = 372;
    private static final double NARROW = 1000;
    private static final double NARROW_SIDE = 300;

    private final Builds builds;
    private final ShellContext shell;
    private final BuildFormViewModel model;
    private final BuildForm form;
    private final BuildSide side;
    private final VBox root = new VBox();
    private final Label count = new Label();
    private final ActionButton act = new ActionButton("Build", Icons.BUILDS, this::build).primary();
    private final HBox head;
    private final HBox footer;

    public BuildPage(ContainersParts parts, Builds builds, ShellContext shell, BuildDialogs dialogs) {
        this.builds = builds;
        this.shell = shell;
        this.model = new BuildFormViewModel(parts, builds);
        this.form = new BuildForm(model, dialogs);
        this.side = new BuildSide(model, this::copy, form::focus);
        this.head = head();
        this.footer = footer();
        arrange();
    }

    /// What the page shows, for tests.
    public BuildFormViewModel model() {
        return model;
    }

    private void arrange() {
        root.setId("page-build");
        root.getStyleClass().addAll(StyleClasses.PAGE, "run-page");
        root.getStylesheets()
                .add(Objects.requireNonNull(RunPage.class.getResource("run.css"))
                        .toExternalForm());
        ScrollPane scroll = scroll(form);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        ScrollPane sideScroll = scroll(side);
        sideScroll.setFitToHeight(true);
        root.widthProperty().subscribe(width -> {
            double wide = width.doubleValue() < NARROW ? NARROW_SIDE : SIDE;
            sideScroll.setMinWidth(wide);
            sideScroll.setPrefWidth(wide);
        });
        HBox body = new HBox(scroll, sideScroll);
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getChildren().setAll(head, body, footer);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
        model.faultsProperty().subscribe(ignored -> update());
    }

    private static ScrollPane scroll(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private HBox head() {
        Hyperlink list = new Hyperlink("Builds");
        list.getStyleClass().add("crumb");
        list.setOnAction(event -> {
            list.setVisited(false);
            leave();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        Label title = new Label("Build image");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label hint = new Label("Esc closes and keeps the draft");
        hint.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox line = new HBox(
                new IconButton(Icons.CHEVRON_LEFT, "Back to builds", this::leave), list, slash, title, new Gap(), hint);
        line.getStyleClass().add(StyleClasses.PAGE_HEAD);
        return line;
    }

    private HBox footer() {
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_WARNING);
        count.setId("build-count");
        act.setId("build-act");
        act.setHint("Build, Ctrl+Enter");
        Label drop = new Label("A folder can also be dropped here");
        drop.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox line = new HBox(drop, new Gap(), count, new ActionButton("Cancel", this::cancel), act);
        line.getStyleClass().add(StyleClasses.FOOTER);
        return line;
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        Optional<BuildRecord> earlier = location.rest().stream().findFirst().flatMap(this::record);
        if (earlier.isPresent()) {
            model.load(earlier.get().request());
            form.load();
        }
        model.enter();
        update();
    }

    private Optional<BuildRecord> record(String id) {
        return builds.records().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public void hidden() {
        model.leave();
    }

    @Override
    public void focusMain() {
        form.focusFirst();
    }

    @Override
    public boolean escape() {
        leave();
        return true;
    }

    @Override
    public List<Node> regions() {
        return List.of(head, form, side, footer);
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    private void leave() {
        shell.navigator().go(LIST);
    }

    private void cancel() {
        model.begin();
        form.load();
        leave();
    }

    private void update() {
        List<BuildFault> faults = model.faultsProperty().get();
        boolean empty = model.draftProperty().get().folder().isBlank();
        count.setText(
                empty || faults.isEmpty()
                        ? ""
                        : faults.size() == 1
                                ? "1 thing to fix: " + faults.getFirst().part().word()
                                : faults.size() + " things to fix");
        count.setGraphic(count.getText().isEmpty() ? null : Icons.WARNING.node(Icons.SMALL));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            build();
        }
    }

    /// With something to fix, the first field that is about it gets the focus instead.
    private void build() {
        List<BuildFault> faults = model.faultsProperty().get();
        if (faults.isEmpty()) {
            model.build().ifPresent(build -> {
                model.begin();
                form.load();
                shell.navigator().go(Location.of(BuildRunPage.PAGE, build.id()));
            });
        } else {
            form.focus(faults.getFirst());
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().getFiles().size() == 1) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        event.setDropCompleted(files.size() == 1);
        if (files.size() == 1) {
            model.dropped(files.getFirst().toPath());
        }
        event.consume();
    }

    private void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        shell.announcer().announce("Copied");
    }
}
