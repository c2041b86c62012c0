package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.list.BulkBar;
import io.quayside.desktop.ui.list.ListArea;
import io.quayside.desktop.ui.list.ListBars;
import io.quayside.desktop.ui.list.ListFilter;
import io.quayside.desktop.ui.list.ListKeyboard;
import io.quayside.desktop.ui.list.ListTable;
import io.quayside.desktop.ui.list.ProblemPlace;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.shell.UnsavedText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import io.quayside.desktop.ui.volumes.list.VolumeListener;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.desktop.ui.volumes.list.VolumeSegment;
import io.quayside.desktop.ui.volumes.list.VolumeSort;
import io.quayside.desktop.ui.volumes.list.VolumesFooter;
import io.quayside.desktop.ui.volumes.list.VolumesHead;
import io.quayside.desktop.ui.volumes.list.VolumesTable;
import io.quayside.desktop.ui.volumes.list.VolumesViewModel;
import io.quayside.desktop.ui.volumes.panel.VolumeTab;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Volumes page: `volumes`, with one opened beside the list `volumes/NAME` or `volumes/NAME/TAB`, and the form for
/// a
/// new one `volumes/+`.
public final class VolumesPage implements Page {
    public static final String PAGE = "volumes";

    /// What can't be a volume's name stands for the form: names have two characters at least.
    private static final String NEW = "+";

    private final ShellContext shell;
    private final VolumesViewModel model;
    private final ListTable<VolumeRow, VolumeLine, VolumeSort> table;
    private final ListKeyboard keyboard;
    private final ListBars bars;
    private final VolumePanels panels;
    private final HBox root = new HBox();
    private final VBox list = new VBox();
    private Optional<Location> wanted = Optional.empty();

    /// @param save asks where to write an archive
    /// @param open asks which archive to read
    public VolumesPage(ContainersParts parts, ShellContext shell, SaveDialog save, OpenDialog open) {
        this.shell = shell;
        this.model = new VolumesViewModel(parts);
        VolumeRequests requests = new VolumeRequests(shell, model, save, open, () -> root);
        VolumesTable columns = new VolumesTable(model, requests);
        this.table = columns.table();
        ListFilter filter = filter();
        this.keyboard = new ListKeyboard(shell, filter.field(), table::focus);
        this.bars = new ListBars(filter, bulk(requests), model.selection());
        this.panels = new VolumePanels(parts, shell, root, model, columns, requests, this::panelClosed);
        requests.panels(panels);
        build(requests);
        new VolumeCommands(model, requests, shell.commands())
                .register(panels::toggle, () -> keyboard.toFilter(model.selection()));
    }

    /// The command that opens the form from anywhere.
    public static void register(Commands commands, Supplier<Navigator> navigator) {
        commands.register(new Command(
                "volumes.create",
                () -> "Create volume",
                Optional.empty(),
                Optional.empty(),
                Optional::empty,
                () -> navigator.get().go(Location.of(PAGE, NEW))));
    }

    /// The address of a volume.
    public static Location of(String name) {
        return Location.of(PAGE, name);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        model.enter();
        panels.enter();
        wanted = location.rest().isEmpty() ? Optional.empty() : Optional.of(location);
        openWanted();
    }

    @Override
    public void hidden() {
        panels.leave();
        model.leave();
    }

    @Override
    public void focusMain() {
        if (panels.open().isPresent()) {
            panels.focus();
        } else {
            table.focus();
        }
    }

    @Override
    public boolean escape() {
        if (model.selection().checkedCountProperty().get() > 0) {
            model.selection().clear();
            return true;
        }
        return panels.escape();
    }

    @Override
    public List<Node> regions() {
        List<Node> regions = new ArrayList<>(List.of(bars, table.node()));
        panels.open().ifPresent(regions::add);
        return regions;
    }

    @Override
    public boolean settled() {
        return model.settled() && panels.settled();
    }

    @Override
    public List<UnsavedText> unsaved() {
        return panels.unsaved().entrySet().stream()
                .map(text -> new UnsavedText(text.getValue(), Location.of(PAGE, text.getKey(), VolumeTab.FILES.id())))
                .toList();
    }

    /// What the page shows, for tests.
    public VolumesViewModel model() {
        return model;
    }

    private void build(VolumeListener requests) {
        root.setId("page-volumes");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .addAll(
                        Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                                .toExternalForm(),
                        Objects.requireNonNull(VolumesPage.class.getResource("volumes.css"))
                                .toExternalForm());
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        ListArea area = new ListArea(
                        model.listStateProperty(),
                        table.node(),
                        "volume",
                        () -> new EmptyState(
                                "No volumes.",
                                "They are created with containers, or here.",
                                new ActionButton("Create volume", Icons.ADD, requests::create)))
                .filter(model.filterTextProperty())
                .segments(model.segmentProperty());
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        list.getChildren()
                .addAll(
                        new VolumesHead(model, requests),
                        banner,
                        new ProblemPlace(model.problemProperty(), model::dismissProblem),
                        bars.unless(banner),
                        area,
                        new VolumesFooter(model));
        root.getChildren().add(list);
        model.itemsProperty().subscribe((before, now) -> openWanted());
        keyboard.takeWithRows(model.listStateProperty(), table.node(), () -> true);
    }

    private ListFilter filter() {
        Label measured = new Label();
        measured.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        measured.setId("volumes-measured");
        measured.setMinWidth(0);
        measured.textProperty().bind(model.measuredProperty());
        IconButton again = new IconButton(Icons.REFRESH, "Measure all volumes again", model::measure);
        again.setMinWidth(Region.USE_PREF_SIZE);
        return new ListFilter(PAGE, "Filter volumes", 240, model.filterTextProperty())
                .segments(VolumeSegment.class, model.segmentProperty(), model.countsProperty())
                .right(measured, again);
    }

    private BulkBar<VolumeRow> bulk(VolumeListener requests) {
        return new BulkBar<>(model.selection(), model.itemsProperty())
                .danger("Delete…", Icons.DELETE, requests::delete, VolumesPage::whyNotDelete);
    }

    private static Optional<String> whyNotDelete(List<VolumeRow> rows) {
        return rows.stream().anyMatch(row -> row.line().whyNotDelete().isEmpty())
                ? Optional.empty()
                : rows.stream()
                        .flatMap(row -> row.line().whyNotDelete().stream())
                        .findFirst();
    }

    /// Opens what the address names, once it is known.
    private void openWanted() {
        if (wanted.isEmpty()) {
            return;
        }
        List<String> rest = wanted.get().rest();
        if (rest.getFirst().equals(NEW)) {
            wanted = Optional.empty();
            panels.openForm();
            return;
        }
        Optional<VolumeRow> row = model.row(rest.getFirst());
        if (row.isPresent()) {
            wanted = Optional.empty();
            table.select(row.get());
            VolumeTab tab = rest.size() > 1 ? VolumeTab.of(rest.get(1)).orElse(VolumeTab.FILES) : VolumeTab.FILES;
            panels.open(row.get(), tab);
        }
    }

    /// The address of what was open opens it again.
    private void panelClosed() {
        Location at = shell.navigator().currentProperty().get();
        if (at.page().equals(PAGE) && !at.rest().isEmpty()) {
            shell.navigator().go(Location.of(PAGE));
        }
        table.focus();
    }
}
