package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.run.RunFlag;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A published port: port on this computer, port in the container, protocol, and to whom it is open. FX thread.
final class PortRow implements ValueEditor {
    private static final String ALL = "All addresses";
    private static final String THIS = "This computer";
    private static final String LOOPBACK = "127.0.0.1";

    private final TextField outside = new TextField();
    private final TextField inside = new TextField();
    private final ComboBox<String> protocol = new ComboBox<>();
    private final ComboBox<String> address = new ComboBox<>();
    private final HBox row;
    private final String original;
    private boolean touched;

    private PortRow(String value, PortValue text, Runnable changed, Runnable removed) {
        original = value;
        field(outside, "Any", "Port on this computer", text.outside());
        field(inside, "80", "Port in the container", text.inside());
        protocol.getItems().setAll("TCP", "UDP", "SCTP");
        protocol.setValue(text.protocol().toUpperCase(Locale.ROOT));
        protocol.setAccessibleText("Protocol of the port");
        protocol.setMinWidth(80);
        address.getItems().setAll(ALL, THIS);
        address.setEditable(true);
        address.setValue(words(text.address()));
        address.getEditor().setText(words(text.address())); // before it is shown, too
        address.setAccessibleText("Address of this computer that the port is open at");
        address.setMinWidth(100);
        address.setPrefWidth(140);
        Label arrow = new Label("→");
        arrow.getStyleClass().add(StyleClasses.MUTED);
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        row = new HBox(
                8, outside, arrow, inside, protocol, address, new IconButton(Icons.CLOSE, "Remove this port", removed));
        row.setAlignment(Pos.CENTER_LEFT);
        outside.textProperty().subscribe((before, now) -> touch(changed));
        inside.textProperty().subscribe((before, now) -> touch(changed));
        protocol.valueProperty().subscribe((before, now) -> touch(changed));
        address.getEditor().textProperty().subscribe((before, now) -> touch(changed));
    }

    /// In one field where the parts can't say it.
    static ValueEditor of(String value, Runnable changed, Runnable removed) {
        return (value.isEmpty() ? java.util.Optional.of(new PortValue("", "", "", "tcp")) : PortValue.of(value))
                .<ValueEditor>map(text -> new PortRow(value, text, changed, removed))
                .orElseGet(() ->
                        new ValueRow(ValueParts.whole(RunFlag.PUBLISH, "port", "8080:80"), value, changed, removed));
    }

    private static void field(TextField field, String prompt, String name, String text) {
        field.setText(text);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.getStyleClass().add(StyleClasses.MONO);
        field.setPrefWidth(108);
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private static String words(String address) {
        return address.isEmpty() ? ALL : address.equals(LOOPBACK) ? THIS : address;
    }

    private void touch(Runnable changed) {
        touched = true;
        changed.run();
    }

    @Override
    public Node node() {
        return row;
    }

    @Override
    public String value() {
        if (!touched) {
            return original;
        }
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

    @Override
    public void mark(boolean wrong) {
        List.of(outside, inside).forEach(field -> field.pseudoClassStateChanged(FormStyle.ERROR, wrong));
    }
}
