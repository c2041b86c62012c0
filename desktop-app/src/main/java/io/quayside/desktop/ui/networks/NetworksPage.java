package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.control.ConfirmPanel;
import io.quayside.desktop.ui.control.Confirmation;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.TabNames;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworkMenus;
import io.quayside.desktop.ui.networks.list.NetworkRow;
import io.quayside.desktop.ui.networks.list.NetworksArea;
import io.quayside.desktop.ui.networks.list.NetworksBulkBar;
import io.quayside.desktop.ui.networks.list.NetworksTable;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.networks.picture.PictureView;
import io.quayside.desktop.ui.networks.ports.PortMapView;
import io.quayside.desktop.ui.networks.ports.PortMapViewModel;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
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

    private final ShellContext shell;
    private final NetworksViewModel model;
    private final NetworksTable table;
    private final NetworkSide side;
    private final SearchField filter = new SearchField("Filter networks", "/").small();
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

    public NetworksPage(ContainersParts parts, ShellContext shell) {
        this.shell = shell;
        Inside inside = new Inside();
        this.model = new NetworksViewModel(parts, inside::show);
        this.table = new NetworksTable(model, inside);
        this.side = new NetworkSide(parts, root, model, inside, this::created, this::focusTable);
        this.ports = new PortMapViewModel(parts, model::tell);
        this.portMap = new PortMapView(ports, inside, shell.navigator(), parts.browse());
        this.picture = new PictureView(model, inside::show, inside::open, this::goPorts);
        this.head = new NetworksHead(model, ports, inside, side::create);
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
            focusTable();
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
        List<Node> regions = new ArrayList<>(List.of(filter));
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
        filter.setId("networks-filter");
        filter.setPrefWidth(240);
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusTable();
                event.consume();
            }
        });
        HBox bar = new HBox(filter);
        bar.getStyleClass().add(StyleClasses.BAR);
        NetworksArea area = new NetworksArea(model, table.node(), side::create);
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        networks.getChildren().addAll(picture, bar, new NetworksBulkBar(model, inside), area);
        VBox.setVgrow(content, Priority.ALWAYS);
        list.getChildren().addAll(head, tabs, new ConnectionBanner(model.connection()), problem(), content);
        root.getChildren().add(list);
        ports.onChange(() -> tabs.count(NetworksTab.PORTS.id(), ports.size()));
        model.itemsProperty().subscribe((before, now) -> {
            tabs.count(NetworksTab.NETWORKS.id(), model.all().size());
            openWanted();
            selectCreated();
        });
        model.listStateProperty().subscribe((before, now) -> {
            if (now == ListState.ROWS && before != ListState.NO_HITS && before != ListState.EMPTY) {
                takeKeyboard();
            }
        });
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

    private Node problem() {
        StackPane place = new StackPane();
        place.setPadding(new Insets(0, 16, 4, 16));
        model.problemProperty().subscribe(problem -> {
            place.setVisible(problem.isPresent());
            place.setManaged(problem.isPresent());
            place.getChildren()
                    .setAll(problem.<List<Node>>map(why -> List.of(
                                    new ProblemPane(ProblemPane.Form.BANNER, why).onDismiss(model::dismissProblem)))
                            .orElse(List.of()));
        });
        return place;
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

    private void focusTable() {
        table.node().requestFocus();
        if (table.current().isEmpty() && !table.node().getItems().isEmpty()) {
            table.node().getSelectionModel().select(0);
        }
    }

    private void focusFilter() {
        if (tab == NetworksTab.PORTS) {
            portMap.focusFilter();
            return;
        }
        filter.requestFocus();
        filter.selectAll();
    }

    /// The first list takes the keyboard, unless somebody writes already or is asked something.
    private void takeKeyboard() {
        Scene scene = root.getScene();
        if (scene != null
                && !shell.modal().openProperty().get()
                && side.open().isEmpty()
                && tab == NetworksTab.NETWORKS
                && !(scene.getFocusOwner() instanceof TextInputControl)) {
            focusTable();
        }
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
