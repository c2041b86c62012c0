package io.quayside.desktop.ui.containers.detail.mounts;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A card with a few rows of facts and buttons at their end.
final class FactTable extends VBox {
    private static final int LONGEST = 400;

    private final List<String> columns;
    private final String none;
    private final HBox head = new HBox(8);
    private final Label count = new Label();
    private final GridPane grid = new GridPane(12, 0);
    private int rows;

    /// @param widths percent of each column
    FactTable(String title, String none, List<String> columns, List<Integer> widths) {
        this.columns = List.copyOf(columns);
        this.none = none;
        getStyleClass().addAll(StyleClasses.CARD, "fact-table");
        Label name = new Label(title);
        name.getStyleClass().add(StyleClasses.STRONG);
        count.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        head.getChildren().setAll(name, count, gap);
        head.getStyleClass().add("card-head");
        for (int width : widths) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(width);
            column.setMinWidth(0);
            grid.getColumnConstraints().add(column);
        }
        ColumnConstraints buttons = new ColumnConstraints();
        buttons.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(buttons);
        getChildren().addAll(head, grid);
    }

    /// Puts a button at the end of its head.
    void addToHead(Node button) {
        head.getChildren().add(button);
    }

    void clear(int expected) {
        grid.getChildren().clear();
        rows = 0;
        count.setText(expected == 0 ? none : String.valueOf(expected));
        if (expected > 0) {
            for (int i = 0; i < columns.size(); i++) {
                grid.add(label(columns.get(i), StyleClasses.META, StyleClasses.MUTED), i, 0);
            }
            rows = 1;
        }
    }

    void add(List<? extends Node> cells, List<? extends Node> buttons) {
        for (int i = 0; i < cells.size(); i++) {
            grid.add(cells.get(i), i, rows);
        }
        HBox end = new HBox(2);
        end.getChildren().addAll(buttons);
        end.setAlignment(Pos.CENTER_RIGHT);
        grid.add(end, columns.size(), rows);
        rows++;
    }

    /// A cell with text of others; the whole of it is in its tooltip.
    static Label text(String untrusted, String... styles) {
        String shown = SafeText.line(untrusted);
        Label label = label(shown.isEmpty() ? "–" : shown, styles);
        if (!shown.isEmpty()) {
            Tip.on(label, SafeText.output(untrusted, LONGEST));
        }
        return label;
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.getStyleClass().add("cell");
        label.setMinWidth(0);
        return label;
    }
}
