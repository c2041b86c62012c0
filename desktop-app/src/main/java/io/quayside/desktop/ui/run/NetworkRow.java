package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.Network;
import io.quayside.engine.run.NetworkOption;
import io.quayside.engine.run.RunFlag;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A network: which, further names of the container in it, and an address that it always has. FX thread.
final class NetworkRow extends EditorRow {
    private final NetworkOption original;
    private final boolean inFields;
    private final Supplier<List<Network>> networks;
    private final ComboBox<String> name = new ComboBox<>();
    private final TextField aliases = new TextField();
    private final TextField address = new TextField();

    /// @param inFields whether everything about it stands in the one value of `--network`
    NetworkRow(
            NetworkOption option,
            boolean inFields,
            Supplier<List<Network>> networks,
            Runnable changed,
            Runnable removed) {
        super(option.name(), changed);
        this.original = option;
        this.inFields = inFields;
        this.networks = networks;
        editable(name, "Network", option.name());
        name.getEditor().getStyleClass().add(StyleClasses.MONO);
        name.setPromptText("bridge");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setPrefWidth(170);
        name.setMinWidth(90);
        name.setCellFactory(list -> new Choice());
        name.setOnShowing(event -> fill());
        HBox.setHgrow(name, Priority.ALWAYS);
        part(
                aliases,
                "Aliases",
                "Aliases in the network",
                String.join(", ", option.place().aliases()));
        aliases.setPrefWidth(120);
        part(address, "Any address", "Address in the network", option.place().ipv4Address());
        address.setPrefWidth(110);
        show("network", removed, name, aliases, address);
        wrap(aliases, aliases);
    }

    boolean isInFields() {
        return inFields;
    }

    /// What the fields say; what they can't say stays as it was.
    NetworkOption option() {
        if (!isTouched()) {
            return original;
        }
        List<String> names = Arrays.stream(aliases.getText().split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
        return new NetworkOption(
                name.getEditor().getText().strip(),
                original.place().toBuilder()
                        .aliases(names)
                        .ipv4Address(address.getText().strip())
                        .build());
    }

    private void fill() {
        List<String> names = networks.get().stream().map(Network::name).toList();
        if (!names.equals(name.getItems())) {
            String written = name.getEditor().getText();
            name.getItems().setAll(names);
            name.getEditor().setText(written);
        }
    }

    @Override
    String written() {
        return option().name();
    }

    @Override
    public void focus() {
        name.requestFocus();
    }

    /// To the field that an option is about.
    void focus(Optional<RunFlag> flag) {
        if (flag.filter(RunFlag.NETWORK_ALIAS::equals).isPresent()) {
            aliases.requestFocus();
        } else if (flag.filter(RunFlag.IP::equals).isPresent()) {
            address.requestFocus();
        } else {
            focus();
        }
    }

    @Override
    public void mark(boolean wrong) {
        name.pseudoClassStateChanged(FormStyle.ERROR, wrong);
    }

    void markAliases(boolean wrong) {
        aliases.pseudoClassStateChanged(FormStyle.ERROR, wrong);
    }

    void markAddress(boolean wrong) {
        address.pseudoClassStateChanged(FormStyle.ERROR, wrong);
    }

    /// A network of the engine with its driver.
    private final class Choice extends ListCell<String> {
        private final Label driver = new Label();

        Choice() {
            driver.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            setContentDisplay(ContentDisplay.RIGHT);
            setGraphicTextGap(12);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            Optional<Network> shown = empty || item == null
                    ? Optional.empty()
                    : networks.get().stream()
                            .filter(one -> one.name().equals(item))
                            .findFirst();
            driver.setText(shown.map(NetworkWords::kind).orElse(""));
            setText(empty || item == null ? null : SafeText.line(item));
            setGraphic(empty ? null : driver);
        }
    }
}
