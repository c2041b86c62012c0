package io.quayside.desktop.ui.networks.form;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.engine.model.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// An address range of a new network, with its gateway and the part that containers get addresses from.
final class SubnetRow extends VBox {
    private final PanelField subnet;
    private final PanelField gateway;
    private final PanelField range;

    /// @param number from 1 on, for the names of its fields
    SubnetRow(int number, Runnable changed, Runnable enter, Consumer<SubnetRow> remove) {
        super(8);
        String which = number == 1 ? "" : "-" + number;
        subnet = new PanelField("Subnet", "create-subnet" + which, "the engine picks one, or 10.0.5.0/24");
        gateway = new PanelField("Gateway", "create-gateway" + which, "first address");
        range = new PanelField("Containers in", "create-range" + which, "whole subnet");
        HBox.setHgrow(subnet, Priority.ALWAYS);
        HBox first = new HBox(8, subnet);
        first.setAlignment(Pos.TOP_LEFT);
        if (number > 1) {
            IconButton cross = new IconButton(Icons.CLOSE, "Remove this subnet", () -> remove.accept(this));
            cross.setTranslateY(20);
            first.getChildren().add(cross);
        }
        HBox second = new HBox(8, gateway, range);
        HBox.setHgrow(gateway, Priority.ALWAYS);
        HBox.setHgrow(range, Priority.ALWAYS);
        gateway.setPrefWidth(160);
        range.setPrefWidth(160);
        getChildren().addAll(first, second);
        for (PanelField field : List.of(subnet, gateway, range)) {
            field.onChange(changed);
            field.onEnter(enter);
        }
    }

    Optional<Network.Subnet> value() {
        String text = subnet.text().strip();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Network.Subnet(
                        text, gateway.text().strip(), range.text().strip()));
    }

    void focusField() {
        subnet.focusField();
    }

    /// Shows what is wrong. Returns the first fault.
    Optional<String> check(RangeChecks checks) {
        String text = subnet.text().strip();
        boolean alone =
                text.isEmpty() && !(gateway.text().isBlank() && range.text().isBlank());
        Optional<String> fault = alone
                ? Optional.of("A gateway needs the subnet that it is in.")
                : text.isEmpty() ? Optional.empty() : checks.fault(text);
        Optional<String> gatewayFault = RangeChecks.partFault(gateway.text().strip(), text, false);
        Optional<String> rangeFault = RangeChecks.partFault(range.text().strip(), text, true);
        subnet.setFault(fault);
        gateway.setFault(gatewayFault);
        range.setFault(rangeFault);
        if (fault.isEmpty()) {
            subnet.setWarning(checks.warning(text));
        }
        return fault.or(() -> gatewayFault).or(() -> rangeFault);
    }
}
