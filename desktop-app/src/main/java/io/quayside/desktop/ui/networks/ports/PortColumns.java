package io.quayside.desktop.ui.networks.ports;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The columns of the port map, for its header and its rows.
final class PortColumns {
    private static final double PORT = 88;
    private static final double HOLDER = 260;
    private static final double INSIDE = 96;
    private static final double BOUND = 168;
    private static final double REACHABLE = 232;
    private static final double ACTIONS = 60;

    private PortColumns() {}

    static HBox line(Region port, Region holder, Region inside, Region bound, Region reachable, Region actions) {
        fix(port, PORT);
        fix(inside, INSIDE);
        fix(bound, BOUND);
        fix(actions, ACTIONS);
        stretch(holder, 0, HOLDER);
        stretch(reachable, REACHABLE, REACHABLE);
        HBox line = new HBox(port, holder, inside, bound, reachable, actions);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 16, 0, 16));
        return line;
    }

    static HBox header() {
        HBox header = line(
                title("Host port"),
                title("Held by"),
                title("Goes to"),
                title("Bound to"),
                title("Reachable"),
                title(""));
        header.getStyleClass().add("port-header");
        return header;
    }

    private static Label title(String words) {
        Label title = new Label(words);
        title.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        return title;
    }

    private static void stretch(Region cell, double least, double wanted) {
        cell.setMinWidth(least);
        cell.setPrefWidth(wanted);
        cell.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(cell, Priority.ALWAYS);
    }

    private static void fix(Region cell, double width) {
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        cell.setMaxWidth(width);
    }
}
