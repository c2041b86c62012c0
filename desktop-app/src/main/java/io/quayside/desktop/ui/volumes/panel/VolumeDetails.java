package io.quayside.desktop.ui.volumes.panel;

import io.quayside.desktop.ui.control.IconButton;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import io.quayside.desktop.ui.volumes.list.VolumeLine;
import io.quayside.engine.model.Volume;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a volume is: where it lies, its options and labels. Passwords in options are masked.
final class VolumeDetails extends ScrollPane {
    private static final int LONGEST = 400;

    private final Consumer<String> copy;
    private final VBox rows = new VBox();

    VolumeDetails(Consumer<String> copy) {
        this.copy = copy;
        setId("volume-details");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        rows.setPadding(new Insets(8, 16, 16, 16));
        setContent(rows);
    }

    void show(VolumeLine line) {
        Volume volume = line.volume();
        rows.getChildren().clear();
        add("Name", volume.name(), volume.name());
        add("Driver", volume.driver(), volume.driver());
        add(
                "Size",
                line.sizeWords(),
                line.size().isPresent() ? Long.toString(line.size().getAsLong()) : "");
        volume.created().ifPresent(time -> add("Created", Times.full(time), time.toString()));
        line.project().ifPresent(project -> add("Project", project, project));
        add("Path", volume.mountpoint(), volume.mountpoint());
        add("Scope", volume.scope(), volume.scope());
        section("Options", volume.options());
        section("Labels", volume.labels());
    }

    private void section(String title, Map<String, String> values) {
        if (!values.isEmpty()) {
            Label head = new Label(title);
            head.getStyleClass().add(StyleClasses.STRONG);
            head.setPadding(new Insets(16, 0, 4, 0));
            rows.getChildren().add(head);
            new TreeMap<>(values).forEach((key, value) -> add(key, VolumeSecrets.masked(value), value));
        }
    }

    private void add(String name, String value, String real) {
        Label key = new Label(SafeText.output(name, LONGEST));
        key.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        key.setPrefWidth(120);
        key.setMinWidth(120);
        Tip.on(key, SafeText.output(name, LONGEST));
        Label text = new Label(SafeText.output(value, LONGEST));
        text.getStyleClass().add(StyleClasses.META);
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        IconButton button =
                new IconButton(Icons.COPY, Icons.SMALL, "Copy " + SafeText.line(name), () -> copy.accept(real));
        button.setMinWidth(USE_PREF_SIZE);
        button.setVisible(!real.isEmpty());
        HBox row = new HBox(8, key, text, button);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("fact-row");
        rows.getChildren().add(row);
    }
}
