package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.EmptyState;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.list.ListFilter;
import io.quayside.desktop.ui.list.ListKeyboard;
import io.quayside.desktop.ui.list.RowKeys;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.shell.Navigator;
import io.quayside.desktop.ui.shell.ShellContext;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The port map: a row for each port of this computer that a container has or wants. FX thread.
public final class PortMapView extends VBox {
    private final PortMapViewModel model;
    private final ListFilter filter;
    private final ListKeyboard keyboard;
    private final Label checked = new Label();
    private final ListView<PortEntry> rows = new ListView<>();
    private final StackPane place = new StackPane();

    /// @param browse opens an address in the browser
    public PortMapView(PortMapViewModel model, NetworkListener page, ShellContext shell, Consumer<String> browse) {
        this.model = model;
        checked.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        checked.setId("ports-checked");
        checked.setMinWidth(0);
        this.filter = new ListFilter("ports", "Filter by port, name, address", 240, model.filterTextProperty())
                .segments(PortSegment.class, model.segmentProperty(), model.countsProperty())
                .right(checked);
        this.keyboard = new ListKeyboard(shell, filter.field(), this::focusFirst);
        rows.setId("ports-table");
        rows.setAccessibleText("Port map");
        rows.getStyleClass().add("ports-table");
        Inside inside = new Inside(page, shell.navigator(), browse);
        rows.setCellFactory(ignored -> new PortCell(inside));
        RowKeys.install(rows, new Keys(inside));
        VBox.setVgrow(place, Priority.ALWAYS);
        HBox header = PortColumns.header();
        getChildren().addAll(filter, header, place);
        rows.skinProperty().subscribe(ignored -> {
            if (rows.lookup(".scroll-bar:vertical") instanceof ScrollBar bar) {
                bar.visibleProperty().subscribe(now -> align(header, bar));
                bar.widthProperty().subscribe(now -> align(header, bar));
            }
        });
        model.itemsProperty().subscribe(this::show);
        model.checkedAtProperty().subscribe(ignored -> sayChecked());
        model.checkingProperty().subscribe(ignored -> sayChecked());
    }

    /// The titles stand above their columns, also where a scroll bar takes room from those.
    private static void align(HBox header, ScrollBar bar) {
        header.setPadding(new Insets(0, 16 + (bar.isVisible() ? bar.getWidth() : 0), 0, 16));
    }

    /// Puts the focus where work begins.
    public void focusFirst() {
        rows.requestFocus();
        if (rows.getSelectionModel().isEmpty() && !rows.getItems().isEmpty()) {
            rows.getSelectionModel().select(0);
        }
    }

    public void focusFilter() {
        keyboard.toFilter();
    }

    /// Where F6 stops.
    public List<Region> regions() {
        return List.of(filter.field(), rows);
    }

    private void show(List<PortEntry> next) {
        PortEntry selected = rows.getSelectionModel().getSelectedItem();
        rows.getItems().setAll(next);
        Optional.ofNullable(selected)
                .flatMap(before -> next.stream()
                        .filter(entry -> entry.key().equals(before.key()))
                        .findFirst())
                .ifPresent(entry -> rows.getSelectionModel().select(entry));
        place.getChildren().setAll(next.isEmpty() ? nothing() : rows);
    }

    private Node nothing() {
        if (model.allProperty().get().isEmpty()) {
            return new EmptyState(PortSegment.ALL.none(), "Ports are published when a container is created.");
        }
        PortSegment chosen = model.segmentProperty().get();
        return model.filterTextProperty().get().isBlank()
                ? new EmptyState(
                        chosen.none(),
                        "",
                        new ActionButton(
                                "Show all", () -> model.segmentProperty().set(PortSegment.ALL)))
                : new EmptyState(
                        "No port matches.",
                        "",
                        new ActionButton(
                                "Clear filter", () -> model.filterTextProperty().set("")));
    }

    private void sayChecked() {
        checked.setText(
                model.checkingProperty().get()
                        ? "Checking…"
                        : model.checkedAtProperty()
                                .get()
                                .map(at -> "Checked at " + Times.clock(at) + ", from this computer")
                                .orElse(""));
    }

    /// No port is checked: there is nothing that could be done with several.
    private final class Keys implements RowKeys.Rows<PortEntry> {
        private final PortListener listener;

        Keys(PortListener listener) {
            this.listener = listener;
        }

        @Override
        public Optional<PortEntry> current() {
            return Optional.ofNullable(rows.getSelectionModel().getSelectedItem());
        }

        @Override
        public void open(PortEntry row) {
            row.claim().ifPresent(claim -> listener.show(claim.container().id()));
        }

        @Override
        public Optional<ContextMenu> menu(PortEntry row) {
            return Optional.of(PortMenu.of(row, listener));
        }
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
