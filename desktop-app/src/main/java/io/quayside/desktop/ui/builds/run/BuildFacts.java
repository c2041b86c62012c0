package io.quayside.desktop.ui.builds.run;

import io.quayside.desktop.builds.BuildRecord;
import io.quayside.desktop.builds.BuildRequest;
import io.quayside.desktop.ui.format.Folders;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.SecretText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What was asked of a build, in four boxes. FX thread.
final class BuildFacts extends GridPane {
    private final Label dockerfile = value();
    private final Label context = value();
    private final Label tags = value();
    private final Label arguments = value();
    private final Label count = new Label();

    BuildFacts() {
        setId("build-facts");
        getStyleClass().add("build-facts");
        setHgap(24);
        setVgap(8);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHalignment(HPos.LEFT);
        getColumnConstraints().setAll(half, half);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        count.setMinWidth(Region.USE_PREF_SIZE);
        add(box("Dockerfile", Icons.FILE, dockerfile), 0, 0);
        add(box("Context", Icons.FILES, context), 0, 1);
        add(box("Tags", Icons.IMAGES, tags), 1, 0);
        add(box("Arguments", Icons.LOGS, arguments, count), 1, 1);
    }

    private static Label value() {
        Label value = new Label();
        value.getStyleClass().add(StyleClasses.MONO);
        value.setMinWidth(0);
        value.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(value, Priority.ALWAYS);
        return value;
    }

    private static Node box(String name, Icons icon, Label value, Node... more) {
        Label label = new Label(name);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.setMinWidth(80);
        label.setLabelFor(value);
        HBox box = new HBox(8, icon.node(Icons.SMALL), value);
        box.getChildren().addAll(more);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("fact");
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(8, label, box);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        return line;
    }

    void show(BuildRecord build) {
        BuildRequest request = build.request();
        dockerfile.setText(SafeText.line(Folders.shown(request.folder().resolve(request.dockerfile()))));
        context.setText(SafeText.line(Folders.shown(request.folder())));
        tags.setText(request.tags().isEmpty() ? "None" : SafeText.line(String.join(", ", request.tags())));
        arguments.setText(
                request.arguments().isEmpty()
                        ? "None set"
                        : SafeText.line(request.arguments().entrySet().stream()
                                .map(one -> one.getKey() + "="
                                        + (SecretText.isSecret(one.getKey(), one.getValue())
                                                ? SecretText.DOTS
                                                : one.getValue()))
                                .collect(Collectors.joining(", "))));
        count.setText(request.target().isEmpty() ? "" : "target " + SafeText.line(request.target()));
    }
}
