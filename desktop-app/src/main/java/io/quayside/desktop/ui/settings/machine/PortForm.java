package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.settings.machine.PortRuleText.Field;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.vm.ports.Forward;
import io.quayside.vm.ports.PortRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The fields of one rule below the table. Enter saves, Esc closes.
final class PortForm extends VBox {
    private final ComboBox<String> address = new ComboBox<>();
    private final TextField port = new TextField();
    private final ComboBox<String> container = new ComboBox<>();
    private final TextField target = new TextField();
    private final Segments<Forward.Protocol> protocol = new Segments<>(
            "Protocol",
            List.of(
                    new Segments.Option<>(Forward.Protocol.TCP, "TCP"),
                    new Segments.Option<>(Forward.Protocol.UDP, "UDP")));
    private final Label wrong = new Label();
    private final Supplier<List<PortRule>> others;
    private final Consumer<PortRule> save;
    private final ActionButton add;

    /// @param before the rule that is edited; empty for a new one
    /// @param others the rules beside it, whenever it is saved
    /// @param containers to choose from
    /// @param save gets the rule; the form stays until somebody takes it away
    PortForm(
            Optional<PortRule> before,
            Supplier<List<PortRule>> others,
            List<String> containers,
            Consumer<PortRule> save,
            Runnable close) {
        this.others = others;
        this.save = save;
        setId("port-form");
        getStyleClass().addAll(StyleClasses.CARD, "port-form");
        PortRuleText text = before.map(PortRuleText::of).orElseGet(PortRuleText::empty);
        address.setEditable(true);
        address.getItems().setAll(PortRuleText.ADDRESSES);
        address.setValue(text.address());
        container.setEditable(true);
        container.getItems().setAll(containers);
        container.setValue(text.container());
        // The box gives its own prompt to its editor.
        container.setPromptText("The VM itself");
        container.setId("port-container");
        port.setText(text.port());
        target.setText(text.targetPort());
        protocol.valueProperty().set(text.protocol());
        port.setId("port-from");
        target.setId("port-to");
        wrong.setId("port-wrong");
        wrong.getStyleClass().add(StyleClasses.TEXT_DANGER);
        wrong.managedProperty().bind(wrong.textProperty().isNotEmpty());
        Label title = new Label(before.isPresent() ? "Edit the rule" : "New rule");
        title.getStyleClass().add(StyleClasses.STRONG);
        HBox fields = new HBox(
                12,
                field("Host address", address),
                field("Port", port),
                grow(field("To container", container)),
                field("Port there", target),
                field("Protocol", protocol));
        fields.setAlignment(Pos.BOTTOM_LEFT);
        add = new ActionButton(before.isPresent() ? "Save rule" : "Add rule", this::save).primary();
        HBox buttons = new HBox(8, new ActionButton("Cancel", close), add);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, fields, wrong, buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.run();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
                event.consume();
                save();
            }
        });
    }

    void focusFirst() {
        port.requestFocus();
    }

    private static VBox grow(VBox field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static VBox field(String name, Node input) {
        Label label = new Label(name);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.setLabelFor(input);
        input.setAccessibleText(name);
        if (input instanceof ComboBox<?> box) {
            box.setMaxWidth(Double.MAX_VALUE);
        }
        return new VBox(4, label, input);
    }

    /// Nothing can be saved now, for this reason; empty if it can.
    void hold(Optional<String> reason) {
        add.setUnavailable(reason);
    }

    private void save() {
        if (!add.isAvailable()) {
            return;
        }
        PortRuleText text = new PortRuleText(
                address.getEditor().getText(),
                port.getText(),
                container.getEditor().getText(),
                target.getText(),
                protocol.valueProperty().get());
        Optional<PortRuleText.Wrong> fault = text.wrong(others.get());
        wrong.setText(fault.map(PortRuleText.Wrong::words).orElse(""));
        fault.ifPresentOrElse(
                found -> input(found.field()).requestFocus(), () -> text.rule().ifPresent(save));
    }

    private Node input(Field field) {
        return switch (field) {
            case ADDRESS -> address;
            case PORT -> port;
            case CONTAINER -> container;
            case TARGET_PORT -> target;
        };
    }
}
