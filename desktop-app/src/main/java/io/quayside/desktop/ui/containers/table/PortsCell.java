package io.quayside.desktop.ui.containers.table;

import atlantafx.base.controls.Popover;
import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.PortText;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The ports of a container as links, as many as fit on the line; or the folder of a project.
final class PortsCell extends RowCell {
    private static final int FITTING_CHARACTERS = 21;

    private final RowListener listener;
    private final HBox line = new HBox(8);
    private final Label plain = new Label();
    private List<PortText> painted = List.of();

    PortsCell(RowListener listener) {
        this.listener = listener;
        line.setAlignment(Pos.CENTER_LEFT);
        plain.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
    }

    @Override
    Subscription container(ContainerRow row) {
        return row.lineProperty().subscribe(next -> paint(next.ports()));
    }

    @Override
    Subscription project(ProjectRow row) {
        plain.getStyleClass().setAll("label", StyleClasses.MONO_CAPTION, StyleClasses.MUTED);
        show(plain);
        return row.lineProperty().subscribe(next -> plain.setText(next.folder()));
    }

    private void paint(List<PortText> ports) {
        if (ports.isEmpty()) {
            plain.getStyleClass().setAll("label", StyleClasses.META, StyleClasses.MUTED);
            plain.setText("None");
            show(plain);
            return;
        }
        if (!ports.equals(painted)) {
            painted = ports;
            line.getChildren().setAll(nodes(ports));
        }
        show(line);
    }

    private List<Node> nodes(List<PortText> ports) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(node(ports.getFirst(), ports.getFirst().text()));
        int room = FITTING_CHARACTERS - ports.getFirst().text().length();
        if (ports.size() == 2 && room > 3) {
            nodes.add(node(ports.getLast(), shortText(ports.getLast())));
        } else if (ports.size() > 1) {
            nodes.add(more(ports));
        }
        return nodes;
    }

    private static String shortText(PortText port) {
        return port.text().replace("localhost:", "").replace(" requested", "").replace(" internal", "");
    }

    private Node node(PortText port, String text) {
        Node node = PortLink.of(port, text, listener::openInBrowser, listener::copy);
        node.setFocusTraversable(false);
        return node;
    }

    private Node more(List<PortText> ports) {
        Hyperlink link = new Hyperlink("+" + (ports.size() - 1) + " more");
        link.getStyleClass().addAll(StyleClasses.META, "quiet");
        link.setFocusTraversable(false);
        link.setAccessibleText((ports.size() - 1) + " more ports");
        link.setOnAction(event -> popover(link, ports));
        return link;
    }

    private void popover(Node owner, List<PortText> ports) {
        VBox list = new VBox(6);
        list.setPadding(new Insets(8, 12, 8, 12));
        ports.forEach(port -> list.getChildren().add(node(port, port.text())));
        Popover popover = new Popover(list);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setDetachable(false);
        popover.show(owner);
    }
}
