package io.quayside.desktop.ui.control.catalogue;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;

/// Tables, trees and split panes with a selected row.
final class CatalogueTables {
    private CatalogueTables() {}

    static List<Node> sections() {
        TreeTableView<String> tree = tree();
        TextArea log = new TextArea(
                "14:31:58.114  GET / 200 3.1 ms  172.21.0.1\n14:32:03.872  view_count incremented to 1287");
        log.getStyleClass().add(StyleClasses.LOG);
        log.setAccessibleText("Log");
        SplitPane split = new SplitPane(tree, log);
        split.setOrientation(Orientation.VERTICAL);
        split.setPrefHeight(320);
        return List.of(table(), split);
    }

    private static TableView<String> table() {
        TableView<String> table = new TableView<>();
        table.setAccessibleText("Images");
        for (String name : List.of("Image", "Size", "Age", "Used by")) {
            TableColumn<String, String> column = new TableColumn<>(name);
            column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue() + " " + name));
            table.getColumns().add(column);
        }
        table.getItems().addAll("redis", "postgres", "nginx", "view_count", "alpine");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().select(1);
        table.setPrefHeight(260);
        return table;
    }

    private static TreeTableView<String> tree() {
        TreeItem<String> root = new TreeItem<>("root");
        for (String project : List.of("view-count", "shop-api")) {
            TreeItem<String> item = new TreeItem<>(project);
            item.setExpanded(true);
            item.getChildren().add(new TreeItem<>("web"));
            item.getChildren().add(new TreeItem<>("redis"));
            root.getChildren().add(item);
        }
        TreeTableView<String> tree = new TreeTableView<>(root);
        tree.setShowRoot(false);
        tree.setAccessibleText("Containers");
        for (String name : List.of("Name", "Status", "CPU")) {
            TreeTableColumn<String, String> column = new TreeTableColumn<>(name);
            column.setCellValueFactory(
                    row -> new ReadOnlyStringWrapper(row.getValue().getValue()));
            column.setPrefWidth(240);
            tree.getColumns().add(column);
        }
        tree.setPlaceholder(new Label("Nothing"));
        tree.getSelectionModel().select(1);
        return tree;
    }
}
