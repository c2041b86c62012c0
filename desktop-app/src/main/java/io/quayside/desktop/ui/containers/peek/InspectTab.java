package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.engine.model.MountPoint;
import io.quayside.engine.model.NetworkAddress;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Key facts of one container, and what the engine says about it in full.
final class InspectTab extends HBox {
    private final GridPane facts = new GridPane(12, 4);
    private final TextArea json = new TextArea();
    private int row;

    InspectTab() {
        setId("peek-inspect");
        facts.setPadding(new Insets(12, 16, 12, 16));
        facts.getColumnConstraints().addAll(new ColumnConstraints(88), new ColumnConstraints(80, 240, 400));
        ScrollPane scroll = new ScrollPane(facts);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(340);
        scroll.setPrefWidth(380);
        json.setEditable(false);
        json.getStyleClass().addAll(StyleClasses.MONO, "peek-json");
        json.setAccessibleText("The engine's answer");
        HBox.setHgrow(json, Priority.ALWAYS);
        getChildren().addAll(scroll, json);
    }

    void facts(Container container) {
        facts.getChildren().clear();
        row = 0;
        fact("ID", container.shortId(), true);
        fact("Image", container.image(), true);
        fact("Command", container.command(), true);
        fact("Created", Times.full(container.created()), false);
        container.run().startedAt().ifPresent(time -> fact("Started", Times.full(time), false));
        fact(
                "Networks",
                container.networks().stream().map(InspectTab::network).collect(Collectors.joining(", ")),
                false);
        fact("Mounts", container.mounts().stream().map(InspectTab::mount).collect(Collectors.joining(", ")), true);
        fact("Restart", container.limits().restartPolicy(), false);
        container.projectFolder().ifPresent(folder -> fact("Project", folder, true));
    }

    /// There is nothing to say anything about.
    void nothing(String text) {
        facts.getChildren().clear();
        json(text);
    }

    void json(String text) {
        if (!json.getText().equals(text)) {
            json.setText(text);
        }
    }

    private void fact(String name, String value, boolean mono) {
        Label key = new Label(name);
        GridPane.setValignment(key, VPos.TOP);
        key.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Label text = new Label(value.isBlank() ? "None" : SafeText.line(value));
        text.getStyleClass().add(mono ? StyleClasses.MONO_CAPTION : StyleClasses.META);
        text.setWrapText(true);
        facts.addRow(row++, key, text);
    }

    private static String network(NetworkAddress address) {
        return address.ip().isEmpty() ? address.network() : address.network() + " " + address.ip();
    }

    private static String mount(MountPoint mount) {
        String source = mount.name().isEmpty() ? mount.source() : mount.name();
        return source + " → " + mount.destination();
    }
}
