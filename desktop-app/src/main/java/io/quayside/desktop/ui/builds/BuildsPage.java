package io.quayside.desktop.ui.builds;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.Builds;
import io.quayside.desktop.ui.builds.cache.BuildCacheViewModel;
import io.quayside.desktop.ui.builds.cache.CachePanel;
import io.quayside.desktop.ui.builds.form.BuildCommand;
import io.quayside.desktop.ui.builds.list.BuildLine;
import io.quayside.desktop.ui.builds.list.BuildListener;
import io.quayside.desktop.ui.builds.list.BuildMenus;
import io.quayside.desktop.ui.builds.list.BuildRow;
import io.quayside.desktop.ui.builds.list.BuildSegment;
import io.quayside.desktop.ui.builds.list.BuildSort;
import io.quayside.desktop.ui.builds.list.BuildsHead;
import io.quayside.desktop.ui.builds.list.BuildsTable;
import io.quayside.desktop.ui.builds.list.BuildsViewModel;
import io.quayside.desktop.ui.builds.past.PastTab;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.list.BulkBar;
import io.quayside.desktop.ui.list.ListArea;
import io.quayside.desktop.ui.list.ListBars;
import io.quayside.desktop.ui.list.ListFilter;
import io.quayside.desktop.ui.list.ListKeyboard;
import io.quayside.desktop.ui.list.ListTable;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.logs.LogShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Builds page, `builds`: those of the last 30 days, with one of them opened below as `builds/ID`, and the build
/// cache over it as `builds/cache`.
public final class BuildsPage implements Page {
    public static final String PAGE = "builds";
    /// The form for a build, filled with what was asked of an earlier one as `build/ID`.
    public static final String FORM = "build";
    /// A build that is at work, `build-run/ID`.
    public static final String RUN = "build-run";

    private static final String CACHE = "cache";

    private final ShellContext shell;
    private final BuildsViewModel model;
    private final ListTable<BuildRow, BuildLine, BuildSort> table;
    private final ListFilter filter;
    private final ListKeyboard keyboard;
    private final ListBars bars;
    private final Label cacheSize = new Label();
    private final BuildSplit split;
    private final BuildCacheViewModel cache;
    private final VBox root = new VBox();
    private Optional<String> wanted = Optional.empty();

    /// @param shelf keeps output while it is shown
    /// @param save asks where to write output
    public BuildsPage(ContainersParts parts, Builds builds, LogShelf shelf, ShellContext shell, SaveDialog save) {
        this.shell = shell;
        this.model = new BuildsViewModel(parts, builds);
        Inside inside = new Inside();
        this.table = new BuildsTable(model, inside).table();
        this.filter = new ListFilter(PAGE, "Filter by tag, folder, error", 240, model.filterTextProperty())
                .segments(BuildSegment.class, model.segmentProperty(), model.countsProperty())
                .right(cacheSize);
        this.keyboard = new ListKeyboard(shell, filter.field(), table::focus);
        this.bars = new ListBars(filter, bulk(), model.selection());
        this.split = new BuildSplit(parts, builds, shelf, shell, save, model);
        this.cache = new BuildCacheViewModel(parts);
        build();
        new BuildCommands(model, inside, shell.commands())
                .register(() -> keyboard.toFilter(model.selection()), this::togglePanel, this::openCache);
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
        if (wanted.filter(CACHE::equals).isPresent()) {
            wanted = Optional.empty();
            openCache();
        }
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
        table.focus();
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
        cacheSize.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        cacheSize.setId("builds-cache-size");
        cacheSize.setMinWidth(Region.USE_PREF_SIZE);
        split.setList(new ListArea(
                        model.listStateProperty(),
                        table.node(),
                        "build",
                        () -> new EmptyState(
                                "No builds yet.",
                                "Build an image from a folder with a Dockerfile.",
                                new ActionButton("Build image", Icons.ADD, this::form)))
                .filter(model.filterTextProperty())
                .segments(model.segmentProperty()));
        cache.onWords(() -> cacheSize.setText(cache.words()));
        // A build that ended has left something there.
        model.countsProperty().subscribe((before, now) -> cache.ask());
        VBox.setVgrow(split, Priority.ALWAYS);
        root.getChildren().addAll(new BuildsHead(model, this::form, this::openCache), bars, split);
        model.itemsProperty().subscribe((before, now) -> openWanted());
        keyboard.takeWithRows(model.listStateProperty(), table.node(), () -> true);
    }

    private BulkBar<BuildRow> bulk() {
        return new BulkBar<>(model.selection(), model.itemsProperty())
                .action(
                        "Build again",
                        Icons.REFRESH,
                        rows -> model.rebuild(over(rows)),
                        rows -> over(rows).isEmpty() ? Optional.of("All of them are still at work") : Optional.empty())
                .danger(
                        "Delete",
                        Icons.DELETE,
                        model::delete,
                        rows -> rows.stream().anyMatch(row -> row.line().canDelete())
                                ? Optional.empty()
                                : Optional.of("None of them can be deleted now"));
    }

    private static List<BuildRow> over(List<BuildRow> rows) {
        return rows.stream().filter(row -> !row.line().build().isRunning()).toList();
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
            shell.copy(text);
        }

        @Override
        public void ask(Confirmation question, Runnable act) {
            shell.ask(question, act);
        }
    }
}
