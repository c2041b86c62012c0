package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.state.model.Container;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.containers.row.FigureLine;
import io.quayside.desktop.ui.containers.row.PortText;
import io.quayside.desktop.ui.containers.table.PortLink;
import io.quayside.desktop.ui.control.Sparkline;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// What one wants to know of a container at a glance: id, image, ports, CPU, memory.
final class FactsLine extends HBox {
    private static final int PORTS = 2;
    private static final String IMAGE_PAGE = "image";

    private final DetailContext context;
    private final Hyperlink id = new Hyperlink();
    private final Hyperlink image = new Hyperlink();
    private final HBox ports = new HBox(12);
    private final Sparkline line = new Sparkline(48, 16);
    private final Label cpu = new Label();
    private final Label memory = new Label();
    private final HBox figures;
    private final Label limit = new Label();
    private List<PortText> shownPorts = List.of();

    FactsLine(DetailViewModel model, DetailContext context) {
        this.context = context;
        getStyleClass().add("facts-line");
        id.getStyleClass().addAll(StyleClasses.MONO_CAPTION, "quiet");
        Tip.on(id, "Copies the whole id");
        image.getStyleClass().addAll(StyleClasses.MONO_CAPTION, "quiet");
        image.setId("container-image");
        image.setMinWidth(60);
        ports.setMinWidth(USE_PREF_SIZE);
        ports.managedProperty().bind(Bindings.isNotEmpty(ports.getChildren()));
        HBox cpuPart = new HBox(6, muted("CPU"), line, cpu);
        HBox memoryPart = new HBox(6, muted("Memory"), memory);
        figures = new HBox(16, cpuPart, memoryPart);
        figures.setMinWidth(USE_PREF_SIZE);
        cpu.getStyleClass().add(StyleClasses.META);
        memory.getStyleClass().add(StyleClasses.META);
        limit.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        limit.managedProperty().bind(limit.visibleProperty());
        figures.managedProperty().bind(figures.visibleProperty());
        getChildren().addAll(id, image, ports, figures, limit);
        model.lineProperty().subscribe(shown -> shown.ifPresent(this::show));
        model.figuresProperty().subscribe(this::show);
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return label;
    }

    private void show(ContainerLine shown) {
        Container container = shown.container();
        id.setText(container.shortId());
        id.setAccessibleText("Copy ID " + container.shortId());
        id.setOnAction(event -> {
            id.setVisited(false);
            context.copy(container.id());
        });
        image.setText(shown.image());
        image.setAccessibleText("Open the image " + shown.image());
        image.setOnAction(event -> {
            image.setVisited(false);
            context.shell().navigator().go(Location.of(IMAGE_PAGE, container.imageId()));
        });
        Tip.on(image, SafeText.line(container.image()));
        if (!shown.ports().equals(shownPorts)) {
            shownPorts = shown.ports();
            ports.getChildren().setAll(nodes(shownPorts));
        }
        boolean runs = shown.live() && container.isUp();
        figures.setVisible(runs);
        long bytes = container.limits().memory();
        limit.setVisible(!runs && bytes > 0);
        limit.setText("Memory limit " + Sizes.of(bytes));
    }

    private List<Node> nodes(List<PortText> all) {
        java.util.ArrayList<Node> nodes = new java.util.ArrayList<>();
        all.stream()
                .limit(PORTS)
                .map(port -> PortLink.of(port, port.text(), context.parts().browse(), context::copy))
                .forEach(nodes::add);
        if (all.size() > PORTS) {
            Label more = muted("+" + (all.size() - PORTS) + " more");
            Tip.on(
                    more,
                    String.join(
                            "\n", all.stream().skip(PORTS).map(PortText::text).toList()));
            nodes.add(more);
        }
        return nodes;
    }

    private void show(FigureLine now) {
        double[] values = now.history().values();
        double most = Arrays.stream(values).max().orElse(0);
        line.setValues(values, Math.max(5, most * 1.2), "CPU of the last minute, now " + now.cpu());
        cpu.setText(now.cpu());
        memory.setText(now.limit().isEmpty() ? now.memory() : now.memory() + " " + now.limit());
    }
}
