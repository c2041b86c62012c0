package io.quayside.desktop.ui.volumes;

import io.quayside.desktop.ui.containers.ConnectionBanner;
import io.quayside.desktop.ui.containers.ContainersParts;
import io.quayside.desktop.ui.containers.ListState;
import io.quayside.desktop.ui.containers.detail.ContainerPage;
import io.quayside.desktop.ui.control.OpenDialog;
import io.quayside.desktop.ui.control.ProblemPane;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.shell.Command;
import io.quayside.desktop.ui.shell.Commands;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.Page;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.list.VolumeListener;
import io.quayside.desktop.ui.volumes.list.VolumeRow;
import io.quayside.desktop.ui.volumes.list.VolumesArea;
import io.quayside.desktop.ui.volumes.list.VolumesBar;
import io.quayside.desktop.ui.volumes.list.VolumesBulkBar;
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
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
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
    private final VolumesTable table;
    private final VolumesBar bar;
    private final VolumePanels panels;
    private final HBox root = new HBox();
    private final VBox list = new VBox();
    private final StackPane bars = new StackPane();
    private Optional<Location> wanted = Optional.empty();

    /// @param save asks where to write an archive
    /// @param open asks which archive to read
    public VolumesPage(ContainersParts parts, ShellContext shell, SaveDialog save, OpenDialog open) {
        this.shell = shell;
        this.model = new VolumesViewModel(parts);
        VolumeRequests requests = new VolumeRequests(shell, model, save, open, () -> root);
        this.table = new VolumesTable(model, requests);
        this.bar = new VolumesBar(model);
        this.panels = new VolumePanels(parts, shell, root, model, table, requests, this::panelClosed);
        requests.panels(panels);
        build(requests);
        new VolumeCommands(model, requests, shell.commands()).register(panels::toggle, this::focusFilter);
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
            focusTable();
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
        VolumesBulkBar bulk = new VolumesBulkBar(model, requests);
        model.selection()
                .checkedCountProperty()
                .subscribe(count -> bars.getChildren().setAll(count.intValue() > 0 ? bulk : bar));
        ConnectionBanner banner = new ConnectionBanner(model.connection());
        bars.managedProperty().bind(banner.visibleProperty().not());
        bars.visibleProperty().bind(bars.managedProperty());
        VolumesArea area = new VolumesArea(model, table.node(), requests::create);
        VBox.setVgrow(area, Priority.ALWAYS);
        HBox.setHgrow(list, Priority.ALWAYS);
        list.setMinWidth(0);
        list.getChildren()
                .addAll(new VolumesHead(model, requests), banner, problem(), bars, area, new VolumesFooter(model));
        root.getChildren().add(list);
        model.itemsProperty().subscribe((before, now) -> openWanted());
        model.listStateProperty().subscribe((before, now) -> {
            if (now == ListState.ROWS && before != ListState.NO_HITS && before != ListState.EMPTY) {
                takeKeyboard();
            }
        });
        bar.filter().addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusTable();
                event.consume();
            }
        });
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
        focusTable();
    }

    private void focusTable() {
        table.node().requestFocus();
        if (table.current().isEmpty() && !table.node().getItems().isEmpty()) {
            table.node().getSelectionModel().select(0);
        }
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
}
