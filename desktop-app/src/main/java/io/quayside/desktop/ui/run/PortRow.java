package io.quayside.desktop.ui.run;

import io.quayside.engine.run.RunFlag;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A published port: port on this computer, port in the container, protocol, and to whom it is open. FX thread.
final class PortRow extends EditorRow {
    private static final String ALL = "All addresses";
    private static final String THIS = "This computer";
    private static final String LOOPBACK = "127.0.0.1";

    private final TextField outside = new TextField();
    private final TextField inside = new TextField();
    private final ComboBox<String> protocol = new ComboBox<>();
    private final ComboBox<String> address = new ComboBox<>();

    private PortRow(String value, PortValue text, String prompt, Runnable changed, Runnable removed) {
        super(value, changed);
        part(outside, "Any", "Port on this computer", text.outside());
        part(inside, prompt, "Port in the container", text.inside());
        outside.setPrefWidth(108);
        inside.setPrefWidth(108);
        part(protocol, "Protocol of the port", text.protocol().toUpperCase(Locale.ROOT), "TCP", "UDP", "SCTP");
        protocol.setMinWidth(80);
        address.getItems().setAll(ALL, THIS);
        editable(address, "Address of this computer that the port is open at", words(text.address()));
        address.setMinWidth(100);
        address.setPrefWidth(140);
        address.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(address, Priority.SOMETIMES);
        show("port", removed, outside, arrow(), inside, protocol, address);
        wrap(address, outside);
    }

    /// In one field where the parts can't say it.
    ///
    /// @param prompt a port that the container is likely to have
    static ValueEditor of(String value, String prompt, Runnable changed, Runnable removed) {
        return (value.isEmpty() ? Optional.of(new PortValue("", "", "", "tcp")) : PortValue.of(value))
                .<ValueEditor>map(text -> new PortRow(value, text, prompt, changed, removed))
                .orElseGet(() ->
                        new ValueRow(ValueParts.whole(RunFlag.PUBLISH, "port", "8080:80"), value, changed, removed));
    }

    private static String words(String address) {
        return address.isEmpty() ? ALL : address.equals(LOOPBACK) ? THIS : address;
    }

    @Override
    String written() {
        String said = address.getEditor().getText().strip();
        String plain = said.equals(ALL) ? "" : said.equals(THIS) ? LOOPBACK : said;
        return new PortValue(
                        plain.contains(":") && !plain.startsWith("[") ? "[" + plain + "]" : plain,
                        outside.getText().strip(),
                        inside.getText().strip(),
                        protocol.getValue().toLowerCase(Locale.ROOT))
                .written();
    }

    @Override
    public void focus() {
        outside.requestFocus();
    }
}
