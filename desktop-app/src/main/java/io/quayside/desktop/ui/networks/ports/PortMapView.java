package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The port map: a row for each port of this computer that a container has or wants. FX thread.
public final class PortMapView extends VBox {
    private final PortMapViewModel model;
    private final SearchField filter = new SearchField("Filter by port, name, address", "/").small();
    private final Segments<PortSegment> segments = new Segments<>(
            "Show",
            Arrays.stream(PortSegment.values())
                    .map(segment -> new Segments.Option<>(segment, segment.title()))
                    .toList());
    private final Label checked = new Label();
    private final ListView<PortEntry> rows = new ListView<>();
    private final StackPane place = new StackPane();

    /// @param browse opens an address in the browser
    public PortMapView(PortMapViewModel model, NetworkListener page, Navigator navigator, Consumer<String> browse) {
        this.model = model;
        filter.setId("ports-filter");
        filter.setPrefWidth(240);
        filter.setMinWidth(140);
        filter.textProperty().bindBidirectional(model.filterTextProperty());
        segments.valueProperty().bindBidirectional(model.segmentProperty());
        checked.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        checked.setId("ports-checked");
        checked.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(filter, segments, gap, checked);
        bar.getStyleClass().add(StyleClasses.BAR);
        rows.setId("ports-table");
        rows.setAccessibleText("Port map");
        rows.getStyleClass().add("ports-table");
        Inside inside = new Inside(page, navigator, browse);
        rows.setCellFactory(ignored -> new PortCell(inside));
        rows.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            PortEntry entry = rows.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && entry != null) {
                entry.claim().ifPresent(claim -> inside.show(claim.container().id()));
                event.consume();
            }
        });
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                focusFirst();
                event.consume();
            }
        });
        VBox.setVgrow(place, Priority.ALWAYS);
        getChildren().addAll(bar, PortColumns.header(), place);
        model.itemsProperty().subscribe(this::show);
        model.allProperty().subscribe(ignored -> count());
        model.checkedAtProperty().subscribe(ignored -> count());
        model.checkingProperty().subscribe(ignored -> count());
    }

    /// Puts the focus where work begins.
    public void focusFirst() {
        rows.requestFocus();
        if (rows.getSelectionModel().isEmpty() && !rows.getItems().isEmpty()) {
            rows.getSelectionModel().select(0);
        }
    }

    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Where F6 stops.
    public List<Region> regions() {
        return List.of(filter, rows);
    }

    private void show(List<PortEntry> next) {
        PortEntry selected = rows.getSelectionModel().getSelectedItem();
        rows.getItems().setAll(next);
        Optional.ofNullable(selected)
                .flatMap(before -> next.stream()
                        .filter(entry -> entry.key().equals(before.key()))
                        .findFirst())
                .ifPresent(entry -> rows.getSelectionModel().select(entry));
        boolean none = model.allProperty().get().isEmpty();
        place.getChildren()
                .setAll(
                        next.isEmpty()
                                ? new EmptyState(
                                        none
                                                ? "No container has or wants a port of this computer."
                                                : "No port matches.",
                                        none ? "Ports are published when a container is created." : "")
                                : rows);
    }

    private void count() {
        List<PortEntry> all = model.allProperty().get();
        for (PortSegment segment : PortSegment.values()) {
            segments.setCount(segment, (int) all.stream().filter(segment::has).count());
        }
        checked.setText(
                model.checkingProperty().get()
                        ? "Checking…"
                        : model.checkedAtProperty()
                                .get()
                                .map(at -> "Checked at " + Times.clock(at) + ", from this computer")
                                .orElse(""));
    }

    private final class Inside implements PortListener {
        private final NetworkListener page;
        private final Navigator navigator;
        private final Consumer<String> browse;

        Inside(NetworkListener page, Navigator navigator, Consumer<String> browse) {
            this.page = page;
            this.navigator = navigator;
            this.browse = browse;
        }

        @Override
        public void show(String container) {
            page.show(container);
        }

        @Override
        public void edit(String container) {
            navigator.go(Location.of("edit", container));
        }

        @Override
        public void useOther(PortClaim claim) {
            model.useOther(claim);
        }

        @Override
        public void browse(String address) {
            browse.accept(address);
        }

        @Override
        public void copy(String text) {
            page.copy(text);
        }
    }
}
