package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.format.SafeText;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The output of several containers in one order, with a list of them to choose from. FX thread.
public final class TogetherView extends VBox {
    private final TogetherViewModel model;
    private final LogsPane pane;
    private final SourceList list;
    private final HBox body = new HBox();
    private final StackPane below = new StackPane();
    private final List<? extends Node> ways;
    private Consumer<String> named = title -> {};

    /// @param ways what is offered where there is no container
    public TogetherView(DetailContext context, LogFeeds feeds, SaveDialog save, List<? extends Node> ways) {
        this.ways = ways;
        this.pane = new LogsPane(context, save);
        this.model = new TogetherViewModel(context.parts(), feeds, pane::show);
        this.list = new SourceList(model);
        HBox.setHgrow(pane.root(), Priority.ALWAYS);
        body.getChildren().setAll(list, pane.root());
        VBox.setVgrow(below, Priority.ALWAYS);
        below.setMinHeight(0);
        setMinSize(0, 0);
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        banner.setPadding(new Insets(12, 16, 0, 16));
        getChildren().setAll(banner, below);
        model.sourcesProperty().subscribe((before, now) -> pane.rowsChanged());
        model.versionProperty().subscribe(ignored -> say());
        model.sourcesProperty().subscribe(ignored -> say());
        pane.model().versionProperty().subscribe(ignored -> counts());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Hears in words whose output it is.
    public void onTitle(Consumer<String> listener) {
        named = listener;
    }

    /// All containers of a compose project from now on.
    public void showProject(String project) {
        show(new TogetherViewModel.Asked.Project(project));
    }

    /// These containers from now on, by id or name.
    public void showContainers(List<String> idsOrNames) {
        show(new TogetherViewModel.Asked.Some(idsOrNames));
    }

    private void show(TogetherViewModel.Asked asked) {
        model.leave();
        model.ask(asked);
        model.enter();
        say();
    }

    /// It isn't in view any more.
    public void leave() {
        model.leave();
        pane.model().leave();
    }

    public void focusMain() {
        pane.focusMain();
    }

    /// Clears the search; returns whether there was one.
    public boolean escape() {
        return pane.toolbar().clear();
    }

    public void find() {
        pane.toolbar().find();
    }

    public void copy() {
        pane.copy();
    }

    public List<Node> regions() {
        return List.of(list, pane.root());
    }

    public boolean settled() {
        return model.connection().isKnown()
                && (model.sourcesProperty().get().isEmpty() || pane.model().settled());
    }

    private void say() {
        List<TogetherViewModel.Source> sources = model.sourcesProperty().get();
        named.accept(model.title());
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
                ? "There is no project " + SafeText.line(project) + "."
                : "None of these containers is there.";
        return new EmptyState(title, "They may have been deleted.", ways);
    }

    private void counts() {
        int count = model.sourcesProperty().get().size();
        list.counts(pane.model()
                .content()
                .map(content -> (ManyLogs) content)
                .filter(logs -> logs.feedings().size() == count));
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
}
