package io.quayside.desktop.ui.builds;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.builds.cache.BuildCacheViewModel;
import io.quayside.desktop.ui.builds.cache.CachePanel;
import io.quayside.desktop.ui.builds.form.BuildCommand;
import io.quayside.desktop.ui.builds.list.BuildListener;
import io.quayside.desktop.ui.builds.list.BuildMenus;
import io.quayside.desktop.ui.builds.list.BuildRow;
import io.quayside.desktop.ui.builds.list.BuildsArea;
import io.quayside.desktop.ui.builds.list.BuildsBar;
import io.quayside.desktop.ui.builds.list.BuildsBulkBar;
import io.quayside.desktop.ui.builds.list.BuildsHead;
import io.quayside.desktop.ui.builds.list.BuildsTable;
import io.quayside.desktop.ui.builds.list.BuildsViewModel;
import io.quayside.desktop.ui.builds.past.PastTab;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Builds page, `builds`: those of the last 30 days, with one of them opened below as `builds/ID`.
public final class BuildsPage implements Page {
    public static final String PAGE = "builds";
    /// The form for a build, filled with what was asked of an earlier one as `build/ID`.
    public static final String FORM = "build";
    /// A build that is at work, `build-run/ID`.
    public static final String RUN = "build-run";

    private final ShellContext shell;
    private final BuildsViewModel model;
    private final BuildsTable table;
    private final BuildsBar bar;
    private final BuildSplit split;
    private final BuildCacheViewModel cache;
    private final VBox root = new VBox();
    private final StackPane bars = new StackPane();
    private Optional<String> wanted = Optional.empty();

    /// @param shelf keeps output while it is shown
    /// @param save asks where to write output
    public BuildsPage(ContainersParts parts, Builds builds, LogShelf shelf, ShellContext shell, SaveDialog save) {
        this.shell = shell;
        this.model = new BuildsViewModel(parts, builds);
        Inside inside = new Inside();
        this.table = new BuildsTable(model, inside);
        this.bar = new BuildsBar(model);
        this.split = new BuildSplit(parts, builds, shelf, shell, save, model);
        this.cache = new BuildCacheViewModel(parts);
        build();
        new BuildCommands(model, inside, shell.commands())
                .register(this::focusFilter, this::togglePanel, this::openCache);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.enter();
        split.enter();
        cache.ask();
        wanted = location.rest().stream().findFirst();
        openWanted();
    }

    @Override
    public void hidden() {
        cache.hidden();
        split.leave();
        model.leave();
    }

    @Override
    public void focusMain() {
        table.node().requestFocus();
        if (table.current().isEmpty() && !table.node().getItems().isEmpty()) {
            table.node().getSelectionModel().select(0);
        }
    }

    @Override
    public boolean escape() {
        if (model.selection().checkedCountProperty().get() > 0) {
            model.selection().clear();
            return true;
        }
        if (split.openProperty().get()) {
            split.openProperty().set(false);
            focusMain();
            return true;
        }
        return false;
    }

    @Override
    public List<Node> regions() {
        List<Node> regions = new ArrayList<>(List.of(bars, table.node()));
        split.panel().ifPresent(regions::add);
        return regions;
    }

    @Override
    public boolean settled() {
        return model.settled() && cache.settled() && split.settled();
    }

    /// What the page shows, for tests.
    public BuildsViewModel model() {
        return model;
    }

    private void build() {
        root.setId("page-builds");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .add(Objects.requireNonNull(BuildsPage.class.getResource("builds.css"))
                        .toExternalForm());
        BuildsBulkBar bulk = new BuildsBulkBar(model);
        model.selection()
                .checkedCountProperty()
                .subscribe(count -> bars.getChildren().setAll(count.intValue() > 0 ? bulk : bar));
        BuildsArea area = new BuildsArea(model, table.node(), this::form);
        split.setList(area);
        cache.onWords(() -> bar.setCache(cache.words()));
        // A build that ended has left something there.
        model.countsProperty().subscribe((before, now) -> cache.ask());
        VBox.setVgrow(split, Priority.ALWAYS);
        root.getChildren().addAll(new BuildsHead(model, this::form, this::openCache), bars, split);
        model.itemsProperty().subscribe((before, now) -> openWanted());
        model.listStateProperty().subscribe((before, now) -> {
            if (now == ListState.ROWS && before != ListState.NO_HITS && before != ListState.EMPTY) {
                takeKeyboard();
            }
        });
        bar.filter().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusMain();
                event.consume();
            }
        });
    }

    /// Opens the build that the address names, once it is known.
    private void openWanted() {
        wanted.flatMap(model::row).ifPresent(row -> {
            wanted = Optional.empty();
            table.select(row);
            split.open(row, PastTab.TIME);
        });
    }

    private void togglePanel() {
        split.openProperty().set(!split.openProperty().get());
    }

    private void openCache() {
        CachePanel panel = new CachePanel(cache, () -> shell.modal().close());
        shell.modal().show(panel, () -> {});
        panel.focusClose();
    }

    private void form() {
        shell.navigator().go(Location.of(FORM));
    }

    private void focusFilter() {
        model.selection().clear();
        bar.filter().requestFocus();
        bar.filter().selectAll();
    }

    /// The first list takes the keyboard, unless somebody writes already or is asked something.
    private void takeKeyboard() {
        Scene scene = root.getScene();
        if (scene != null
                && !shell.modal().openProperty().get()
                && !(scene.getFocusOwner() instanceof TextInputControl)) {
            table.node().requestFocus();
        }
    }

    /// What rows, menus and commands ask of the page.
    private final class Inside implements BuildListener {
        @Override
        public void open(BuildRow row) {
            if (row.line().build().isRunning()) {
                shell.navigator().go(Location.of(RUN, row.id()));
            } else {
                table.select(row);
                split.open(row, PastTab.TIME);
            }
        }

        @Override
        public ContextMenu menu(List<BuildRow> rows) {
            return new BuildMenus(model, this).of(rows);
        }

        @Override
        public void change(BuildRecord build) {
            shell.navigator().go(Location.of(FORM, build.id()));
        }

        @Override
        public void copyCommand(BuildRow row) {
            copy(BuildCommand.render(row.line().build().request()));
        }

        @Override
        public void copy(String text) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            shell.announcer().announce("Copied");
        }

        @Override
        public void ask(Confirmation question, Runnable act) {
            ConfirmPanel confirm = new ConfirmPanel(
                    question,
                    () -> {
                        shell.modal().close();
                        act.run();
                    },
                    () -> shell.modal().close());
            shell.modal().show(confirm, () -> {});
            confirm.focusCancel();
        }
    }
}
