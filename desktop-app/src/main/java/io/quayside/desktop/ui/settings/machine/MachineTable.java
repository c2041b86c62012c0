package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Lines of small tables in the settings; how wide each column is, the stylesheet says by its name.
final class MachineTable {
    private MachineTable() {}

    static HBox line(Node... cells) {
        HBox line = new HBox(cells);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("table-line");
        return line;
    }

    static Node head(String name, String column) {
        Label label = new Label(name);
        label.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        label.setMinWidth(0);
        return cell(label, column);
    }

    /// A cell that takes the room that is left.
    static Node wide(Node cell) {
        HBox.setHgrow(cell, Priority.ALWAYS);
        return cell;
    }

    static Node cell(Node content, String column) {
        HBox cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.getStyleClass().addAll("cell", column);
        return cell;
    }
}
