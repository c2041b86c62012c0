package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The output of several containers in one order: `logs/PROJECT`, or `logs/containers/NAME/NAME`.
public final class TogetherPage implements Page {
    /// The first part of its address.
    public static final String PAGE = "logs";

    private static final String SOME = "containers";
    private static final Location LIST = Location.of("containers");

    private final DetailContext context;
    private final TogetherViewModel model;
    private final LogsPane pane;
    private final SourceList list;
    private final Label name = new Label();
    private final HBox body = new HBox();
    private final StackPane below = new StackPane();
    private final HBox head;
    private final VBox root = new VBox();

    public TogetherPage(DetailContext context, LogFeeds feeds, SaveDialog save) {
        this.context = context;
        this.pane = new LogsPane(context, save);
        this.model = new TogetherViewModel(context.parts(), feeds, pane::show);
        this.list = new SourceList(model);
        this.head = head();
        build();
        command("find", "Find in these logs", "Mod+F", () -> pane.toolbar().find());
        command("copy", "Copy the selected lines", "Mod+C", pane::copy);
    }

    /// Its address for all containers of a compose project.
    public static Location ofProject(String project) {
        return Location.of(PAGE, project);
    }

    /// Its address for these containers.
    public static Location of(List<String> ids) {
        String[] rest = new String[ids.size() + 1];
        rest[0] = SOME;
        for (int i = 0; i < ids.size(); i++) {
            rest[i + 1] = ids.get(i);
        }
        return Location.of(PAGE, rest);
    }

    private void command(String id, String title, String keys, Runnable run) {
        context.shell()
                .commands()
                .register(new Command(
                        "logs." + id, () -> title, Optional.of(PAGE), Optional.of(keys), Optional::empty, run));
    }

    private HBox head() {
        IconButton back = new IconButton(Icons.CHEVRON_LEFT, "Back to containers", this::toList);
        Hyperlink crumb = new Hyperlink("Containers");
        crumb.getStyleClass().add("crumb");
        crumb.setOnAction(event -> {
            crumb.setVisited(false);
            toList();
        });
        Label slash = new Label("/");
        slash.getStyleClass().add(StyleClasses.MUTED);
        name.getStyleClass().add(StyleClasses.PAGE_TITLE);
        name.setId("together-name");
        Label what = new Label("Logs together");
        what.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        HBox row = new HBox(back, crumb, slash, name, what);
        row.getStyleClass().addAll(StyleClasses.PAGE_HEAD, "detail-head", "together-head");
        return row;
    }

    private void build() {
        root.setId("page-logs");
        root.getStyleClass().addAll(StyleClasses.PAGE, "container-page");
        root.getStylesheets()
                .add(Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                        .toExternalForm());
        HBox.setHgrow(pane.root(), Priority.ALWAYS);
        body.getChildren().setAll(list, pane.root());
        VBox.setVgrow(below, Priority.ALWAYS);
        below.setMinHeight(0);
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        banner.setPadding(new Insets(12, 16, 0, 16));
        root.getChildren().addAll(head, banner, below);
        model.sourcesProperty().subscribe((before, now) -> pane.rowsChanged());
        model.versionProperty().subscribe(ignored -> say());
        model.sourcesProperty().subscribe(ignored -> say());
        pane.model().versionProperty().subscribe(ignored -> counts());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void say() {
        List<TogetherViewModel.Source> sources = model.sourcesProperty().get();
        name.setText(model.title());
        pane.setOrder(model.order());
        pane.toolbar().setPrompt(model.findPrompt());
        boolean none = sources.isEmpty() && model.connection().isKnown();
        if (none || !below.getChildren().contains(body)) {
            below.getChildren().setAll(none ? nothing() : body);
        }
        counts();
    }

    private Node nothing() {
        String title = model.asked() instanceof TogetherViewModel.Asked.Project(String project)
                ? "There is no project " + io.quayside.desktop.ui.format.SafeText.line(project) + "."
                : "None of these containers is there.";
        return new EmptyState(
                title,
                "They may have been deleted.",
                List.of(new ActionButton("Back to containers", this::toList).small()));
    }

    private void counts() {
        int count = model.sourcesProperty().get().size();
        list.counts(pane.model()
                .content()
                .map(content -> (ManyLogs) content)
                .filter(logs -> logs.feedings().size() == count));
    }

    private void toList() {
        context.shell().navigator().go(LIST);
    }

    /// A digit shows a container or leaves it out, with Shift it is the only one.
    private void pressed(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int digit = digit(event.getCode());
        if (digit > 0) {
            if (event.isShiftDown()) {
                model.solo(digit - 1);
            } else {
                model.toggle(digit - 1);
            }
            event.consume();
        }
    }

    private static int digit(KeyCode code) {
        if (!code.isDigitKey()) {
            return 0;
        }
        String last = code.name().substring(code.name().length() - 1);
        return Integer.parseInt(last);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        List<String> rest = location.rest();
        if (rest.isEmpty() || rest.getFirst().isEmpty()) {
            toList();
            return;
        }
        model.leave();
        model.ask(
                rest.size() == 1
                        ? new TogetherViewModel.Asked.Project(rest.getFirst())
                        : new TogetherViewModel.Asked.Some(rest.subList(1, rest.size())));
        model.enter();
        say();
    }

    @Override
    public void hidden() {
        model.leave();
        pane.model().leave();
    }

    @Override
    public void focusMain() {
        pane.focusMain();
    }

    @Override
    public boolean escape() {
        return pane.toolbar().clear();
    }

    @Override
    public List<Node> regions() {
        return List.of(head, list, pane.root());
    }

    @Override
    public boolean settled() {
        return model.connection().isKnown()
                && (model.sourcesProperty().get().isEmpty() || pane.model().settled());
    }
}
