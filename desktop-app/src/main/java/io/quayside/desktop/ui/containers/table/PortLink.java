package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.PortText;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A port in words; what a click does depends on whether it speaks HTTP.
public final class PortLink {
    private PortLink() {}

    public static Node of(PortText port, String text, Consumer<String> browse, Consumer<String> copy) {
        if (port.kind() == PortText.Kind.PLAIN) {
            Label label = new Label(text);
            label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            return label;
        }
        Hyperlink link = new Hyperlink(text);
        link.getStyleClass().add(StyleClasses.META);
        link.setMinWidth(Region.USE_PREF_SIZE);
        boolean web = port.kind() == PortText.Kind.LINK;
        if (web) {
            link.setGraphic(Icons.OPEN.node(12));
            link.setContentDisplay(ContentDisplay.RIGHT);
            link.setGraphicTextGap(3);
        }
        Tip.on(link, (web ? "Open " : "Copy ") + port.target());
        link.setAccessibleText((web ? "Open " : "Copy ") + port.target());
        link.setOnAction(event -> {
            link.setVisited(false);
            (web ? browse : copy).accept(port.target());
        });
        return link;
    }
}
