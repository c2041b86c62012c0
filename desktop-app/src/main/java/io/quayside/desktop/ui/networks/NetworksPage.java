package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.TabNames;
import io.quayside.desktop.ui.list.BulkBar;
import io.quayside.desktop.ui.list.ListArea;
import io.quayside.desktop.ui.list.ListBars;
import io.quayside.desktop.ui.list.ListFilter;
import io.quayside.desktop.ui.list.ListKeyboard;
import io.quayside.desktop.ui.list.ListTable;
import io.quayside.desktop.ui.list.ProblemPlace;
import io.quayside.desktop.ui.networks.list.NetworkLine;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworkMenus;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworkSort;
import io.quayside.desktop.ui.networks.list.NetworksTable;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.networks.picture.PictureView;
import io.quayside.desktop.ui.networks.ports.PortMapView;
import io.quayside.desktop.ui.networks.ports.PortMapViewModel;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The Networks page: `networks`, with the form open `networks/create`, with the port map `networks/ports`, and with
/// one
/// network opened `networks/NAME`.
public final class NetworksPage implements Page {
    public static final String PAGE = "networks";
    /// The form for a new network.
    public static final String CREATE = "create";
    /// The port map.
    public static final String PORTS = "ports";

    private static final String RULES = "settings/port-forwarding";
    private static final double LEAST_SHARE = 0.45;

    private final ShellContext shell;
    private final NetworksViewModel model;
    private final ListTable<NetworkRow, NetworkLine, NetworkSort> table;
    private final NetworkSide side;
    private final ListFilter filter;
    private final ListKeyboard keyboard;
    private final PortMapViewModel ports;
    private final PortMapView portMap;
    private final TabNames tabs =
            new TabNames(Stream.of(NetworksTab.values()).map(NetworksTab::tab).toList(), this::open);
    private final NetworksHead head;
    private final PictureView picture;
    private final VBox networks = new VBox();
    private final StackPane content = new StackPane();
    private final HBox root = new HBox();
    private final VBox list = new VBox();
    private NetworksTab tab = NetworksTab.NETWORKS;
    private boolean visible;
    private Optional<String> wanted = Optional.empty();
    private Optional<String> selecting = Optional.empty();

    /// @param hasRules whether ports lead to the engine in use by rules of the settings
    public NetworksPage(ContainersParts parts, ShellContext shell, BooleanSupplier hasRules) {
        this.shell = shell;
        Inside inside = new Inside();
        this.model = new NetworksViewModel(parts, inside::show);
        this.table = new NetworksTable(model, inside).table();
        this.filter = new ListFilter(PAGE, "Filter networks", 240, model.filterTextProperty());
        this.keyboard = new ListKeyboard(shell, filter.field(), table::focus);
        this.side = new NetworkSide(parts, root, model, inside, this::created, table::focus);
        this.ports = new PortMapViewModel(parts, model::tell);
        this.portMap = new PortMapView(ports, inside, shell, parts.browse());
        this.picture = new PictureView(model, inside::show, inside::open, this::goPorts);
        this.head = new NetworksHead(
                model,
                ports,
                inside,
                side::create,
                hasRules,
                () -> shell.navigator().go(Location.parse(RULES)));
        build(inside);
        new NetworkCommands(model, inside, shell.commands()).register(this::focusFilter, this::togglePanel, () -> {
            goPorts();
            ports.checkAll();
        });
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(Location location) {
        visible = true;
        model.enter();
        side.shown();
        String rest = String.join("/", location.rest());
        show(rest.equals(PORTS) ? NetworksTab.PORTS : NetworksTab.NETWORKS);
        if (rest.equals(CREATE)) {
            side.create();
        } else if (!rest.isEmpty() && !rest.equals(PORTS)) {
            wanted = Optional.of(rest);
            openWanted();
        }
    }

    @Override
    public void hidden() {
        visible = false;
        side.hidden();
        ports.leave();
        model.leave();
    }

    @Override
    public void focusMain() {
        if (tab == NetworksTab.PORTS) {
            portMap.focusFirst();
        } else if (side.open().isEmpty()) {
            table.focus();
        }
    }

    @Override
    public boolean escape() {
        if (model.selection().checkedCountProperty().get() > 0) {
            model.selection().clear();
            return true;
        }
        if (side.open().isPresent()) {
            side.close();
            return true;
        }
        return false;
    }

    @Override
    public List<Node> regions() {
        if (tab == NetworksTab.PORTS) {
            return List.copyOf(portMap.regions());
        }
        List<Node> regions = new ArrayList<>(List.of(filter.field()));
        picture.region().ifPresent(regions::add);
        regions.add(table.node());
        side.open().ifPresent(regions::add);
        return regions;
    }

    @Override
    public boolean settled() {
        return model.settled() && side.settled() && (tab == NetworksTab.NETWORKS || ports.settled());
    }

    /// What the page shows, for tests.
    public NetworksViewModel model() {
        return model;
    }

    private void build(Inside inside) {
        root.setId("page-networks");
        root.getStyleClass().add(StyleClasses.PAGE);
        root.getStylesheets()
                .add(Objects.requireNonNull(ContainerPage.class.getResource("detail.css"))
                        .toExternalForm());
        root.getStylesheets()
                .add(Objects.requireNonNull(NetworksPage.class.getResource("networks.css"))
                        .toExternalForm());
        ListArea area = new ListArea(
                        model.listStateProperty(),
                        table.node(),
                        "network",
                        () -> new EmptyState(
                                "No networks.",
                                "Containers reach each other through networks.",
                                new ActionButton("Create network", Icons.ADD, side::create)))
                .filter(model.filterTextProperty());
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        ListBars bars = new ListBars(filter, bulk(inside), model.selection());
        networks.getChildren().addAll(picture, bars, area);
        networks.heightProperty().subscribe((before, now) -> sharePlace(bars));
        model.itemsProperty().subscribe((before, now) -> sharePlace(bars));
        VBox.setVgrow(content, Priority.ALWAYS);
        list.getChildren()
                .addAll(
                        head,
                        tabs,
                        new ConnectionBanner(model.connection()),
                        new ProblemPlace(model.problemProperty(), model::dismissProblem),
                        content);
        root.getChildren().add(list);
        ports.onChange(() -> tabs.count(NetworksTab.PORTS.id(), ports.size()));
        model.itemsProperty().subscribe((before, now) -> {
            tabs.count(NetworksTab.NETWORKS.id(), model.all().size());
            openWanted();
            selectCreated();
        });
        keyboard.takeWithRows(
                model.listStateProperty(), table.node(), () -> side.open().isEmpty() && tab == NetworksTab.NETWORKS);
    }

    /// The picture gets what the table can do without, but never leaves it less than half.
    private void sharePlace(Region bars) {
        double rows = (model.itemsProperty().get().size() + 1) * table.node().getFixedCellSize();
        double all = networks.getHeight();
        picture.room(Math.max(all - bars.prefHeight(-1) - rows, all * LEAST_SHARE));
    }

    private BulkBar<NetworkRow> bulk(Inside inside) {
        return new BulkBar<>(model.selection(), model.itemsProperty())
                .danger(
                        "Delete",
                        Icons.DELETE,
                        rows -> model.deletion().delete(rows, inside::ask),
                        rows -> rows.stream()
                                        .anyMatch(
                                                row -> row.line().notDeletable().isEmpty())
                                ? Optional.empty()
                                : Optional.of("None of them can be deleted now"));
    }

    /// A click on a tab is an address of its own, so that going back leads to the other one.
    private void open(String wantedTab) {
        if (wantedTab.equals(NetworksTab.PORTS.id())) {
            goPorts();
        } else {
            shell.navigator().go(Location.of(PAGE));
        }
    }

    private void goPorts() {
        shell.navigator().go(Location.of(PAGE, PORTS));
    }

    private void togglePanel() {
        if (tab == NetworksTab.NETWORKS) {
            side.toggle();
        }
    }

    private void show(NetworksTab next) {
        tab = next;
        tabs.mark(next.id());
        head.show(next);
        boolean isMap = next == NetworksTab.PORTS;
        content.getChildren().setAll(isMap ? portMap : networks);
        if (isMap) {
            side.close();
            if (visible) {
                ports.enter();
            }
        } else {
            ports.leave();
        }
    }

    /// Opens the network that the address names, once it is known.
    private void openWanted() {
        wanted.flatMap(model::row).ifPresent(row -> {
            wanted = Optional.empty();
            table.select(row);
            side.details();
        });
    }

    private void created(String id) {
        side.close();
        selecting = Optional.of(id);
        selectCreated();
    }

    /// The new one is the current one as soon as the engine tells of it.
    private void selectCreated() {
        selecting.flatMap(model::row).ifPresent(row -> {
            selecting = Optional.empty();
            table.select(row);
        });
    }

    private void focusFilter() {
        if (tab == NetworksTab.PORTS) {
            portMap.focusFilter();
            return;
        }
        keyboard.toFilter(model.selection());
    }

    /// What rows, menus and commands ask of the page.
    private final class Inside implements NetworkListener {
        @Override
        public void open(NetworkRow row) {
            table.select(row);
            side.details();
        }

        @Override
        public void connect(NetworkRow row) {
            table.select(row);
            side.connect(row);
        }

        @Override
        public ContextMenu menu(List<NetworkRow> rows) {
            return new NetworkMenus(model, this).of(rows);
        }

        @Override
        public void show(String container) {
            shell.navigator().go(Location.of("container", container));
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
