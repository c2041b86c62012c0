package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.networks.ports.PortMapViewModel;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// "Networks", how many there are and how many containers run; or as of when the rows are.
final class NetworksHead extends HBox {
    private final Label summary = new Label();
    private final ActionButton prune;
    private final ActionButton createButton;
    private final ActionButton check;
    private final PortMapViewModel ports;
    private NetworksTab tab = NetworksTab.NETWORKS;
    private final NetworksViewModel model;

    /// @param create opens the form
    NetworksHead(NetworksViewModel model, PortMapViewModel ports, NetworkListener page, Runnable create) {
        this.model = model;
        this.ports = ports;
        getStyleClass().add(StyleClasses.PAGE_HEAD);
        Label title = new Label("Networks");
        title.getStyleClass().add(StyleClasses.PAGE_TITLE);
        title.setMinWidth(USE_PREF_SIZE);
        summary.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        summary.setTranslateY(2);
        summary.setId("networks-summary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        prune = new ActionButton("Prune…", () -> model.deletion().prune(page::ask));
        prune.setId("networks-prune");
        prune.setMinWidth(USE_PREF_SIZE);
        createButton = new ActionButton("Create network", Icons.ADD, create).primary();
        createButton.setId("networks-create");
        createButton.setMinWidth(USE_PREF_SIZE);
        check = new ActionButton("Check all again", Icons.REFRESH, ports::checkAll);
        check.setId("ports-check");
        check.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, summary, gap, check, prune, createButton);
        ports.onChange(this::update);
        ports.checkingProperty().subscribe(ignored -> update());
        model.itemsProperty().subscribe(ignored -> update());
        model.snapshotProperty().subscribe(ignored -> update());
        model.connection().asOfProperty().subscribe(ignored -> update());
    }

    /// What stands at the right belongs to a tab.
    void show(NetworksTab next) {
        tab = next;
        boolean isMap = next == NetworksTab.PORTS;
        prune.setVisible(!isMap);
        prune.setManaged(!isMap);
        createButton.setVisible(!isMap);
        createButton.setManaged(!isMap);
        check.setVisible(isMap);
        check.setManaged(isMap);
        update();
    }

    private void update() {
        check.setUnavailable(
                ports.checkingProperty().get() ? Optional.of("Every port is being tried") : Optional.empty());
        String asOf = model.connection().asOfProperty().get();
        int count = model.all().size();
        long running = model.snapshotProperty().get().containers().orElse(Map.of()).values().stream()
                .filter(container -> container.isUp())
                .count();
        summary.setText(
                !asOf.isEmpty() || count == 0 || tab == NetworksTab.PORTS
                        ? asOf.isEmpty() && tab == NetworksTab.PORTS ? ports.summary() : asOf
                        : (count == 1 ? "1 network, " : count + " networks, ")
                                + (running == 1 ? "1 running container" : running + " running containers"));
        prune.setUnavailable(
                model.deletion().unused().isEmpty()
                        ? Optional.of("Every network has containers or is the engine’s own")
                        : Optional.empty());
    }
}
