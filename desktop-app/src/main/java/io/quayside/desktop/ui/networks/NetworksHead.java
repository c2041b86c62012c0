package io.quayside.desktop.ui.networks;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.list.ListHead;
import io.quayside.desktop.ui.networks.list.NetworkListener;
import io.quayside.desktop.ui.networks.list.NetworksViewModel;
import io.quayside.desktop.ui.networks.ports.PortMapViewModel;
import io.quayside.desktop.ui.theme.Icons;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// "Networks", how many there are and how many containers run; or as of when the rows are.
final class NetworksHead extends ListHead {
    private final ActionButton prune;
    private final ActionButton createButton;
    private final ActionButton check;
    private final ActionButton rules;
    private final BooleanSupplier hasRules;
    private final PortMapViewModel ports;
    private NetworksTab tab = NetworksTab.NETWORKS;
    private final NetworksViewModel model;

    /// @param create opens the form
    /// @param hasRules whether ports lead to the engine by rules that can be changed
    /// @param showRules goes to them
    NetworksHead(
            NetworksViewModel model,
            PortMapViewModel ports,
            NetworkListener page,
            Runnable create,
            BooleanSupplier hasRules,
            Runnable showRules) {
        super("networks", "Networks");
        this.model = model;
        this.ports = ports;
        this.hasRules = hasRules;
        rules = act("ports-rules", new ActionButton("Forwarding rules…", Icons.SETTINGS, showRules));
        check = act("ports-check", new ActionButton("Check all again", Icons.REFRESH, ports::checkAll));
        prune = act(
                "networks-prune",
                new ActionButton("Prune…", () -> model.deletion().prune(page::ask)));
        createButton = act("networks-create", new ActionButton("Create network", Icons.ADD, create).primary());
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
        rules.setVisible(isMap && hasRules.getAsBoolean());
        rules.setManaged(rules.isVisible());
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
        summary(
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
