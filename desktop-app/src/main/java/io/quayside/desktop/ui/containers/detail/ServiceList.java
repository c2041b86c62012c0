package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.Kbd;
import io.quayside.desktop.ui.format.ImageNames;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StateGlyphView;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The services of the container's project, to go from one to the other.
final class ServiceList extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int IMAGE = 20;

    private final Consumer<String> open;
    private final Button all;
    private final Label project = new Label("", Icons.COMPOSE.node(Icons.SMALL));
    private final VBox items = new VBox(2);
    private List<ContainerLine> services = List.of();
    private String current = "";

    /// @param together shows the output of all services of a project
    ServiceList(DetailViewModel model, Consumer<String> open, Consumer<String> together) {
        this.open = open;
        this.all = new Button("All logs together", Icons.LOGS.node(Icons.SMALL));
        all.setId("logs-together");
        all.getStyleClass().setAll("service", "together");
        all.setMaxWidth(Double.MAX_VALUE);
        all.setOnAction(event -> services.stream()
                .findFirst()
                .flatMap(line -> line.container().project())
                .ifPresent(together));
        setId("service-list");
        getStyleClass().addAll(StyleClasses.SIDE_NAV, "service-list");
        project.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED, "project");
        Label hint = new Label("switch service");
        hint.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
        HBox keys = new HBox(4, Kbd.of("["), Kbd.of("]"), hint);
        keys.getStyleClass().add("keys");
        ScrollPane scroll = new ScrollPane(new VBox(2, items, all));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(project, scroll, keys);
        managedProperty().bind(visibleProperty());
        model.servicesProperty().subscribe(this::show);
        model.lineProperty()
                .subscribe(
                        line -> line.ifPresent(shown -> mark(shown.container().id())));
    }

    private void show(List<ContainerLine> next) {
        setVisible(!next.isEmpty());
        if (next.equals(services)) {
            return;
        }
        services = next;
        next.stream()
                .findFirst()
                .flatMap(line -> line.container().project())
                .ifPresent(name -> project.setText(SafeText.line(name)));
        Map<String, Integer> replicas = new HashMap<>();
        next.forEach(line -> replicas.merge(line.container().service().orElse(""), 1, Integer::sum));
        items.getChildren()
                .setAll(next.stream().map(line -> item(line, replicas)).toList());
        mark(current);
    }

    private Button item(ContainerLine line, Map<String, Integer> replicas) {
        Optional<String> service = line.container().service();
        boolean only = service.isPresent() && replicas.getOrDefault(service.get(), 0) == 1;
        Label name = new Label(only ? SafeText.line(service.get()) : line.name());
        name.getStyleClass().addAll(StyleClasses.META, "name");
        Label image = new Label(ImageNames.shorten(line.container().image(), IMAGE));
        image.getStyleClass().addAll(StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        HBox face = new HBox(8, new StateGlyphView(line.status().glyph()), new VBox(name, image));
        face.getStyleClass().add("face");
        Button button = new Button(name.getText(), face);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMnemonicParsing(false);
        button.getStyleClass().setAll("service");
        button.setAccessibleText(name.getText() + ", " + line.status().word());
        button.setMaxWidth(Double.MAX_VALUE);
        button.setUserData(line.container().id());
        button.setOnAction(event -> open.accept(line.container().id()));
        return button;
    }

    private void mark(String id) {
        current = id;
        items.getChildren().forEach(item -> item.pseudoClassStateChanged(SELECTED, id.equals(item.getUserData())));
    }
}
