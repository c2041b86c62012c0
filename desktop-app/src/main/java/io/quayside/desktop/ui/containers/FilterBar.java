package io.quayside.desktop.ui.containers;

import io.quayside.desktop.ui.containers.row.Grouping;
import io.quayside.desktop.ui.containers.row.Segment;
import io.quayside.desktop.ui.containers.table.ColumnChoice;
import io.quayside.desktop.ui.containers.table.ContainersTable;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.list.ListFilter;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/// Filter, segments, grouping, columns and Peek.
final class FilterBar extends ListFilter {
    private final MenuButton grouping = new MenuButton();

    FilterBar(ContainersViewModel model, ContainersTable table, BooleanProperty peek) {
        super("containers", "Filter by name, image, port, label", 260, model.filterTextProperty());
        field().setMinWidth(160);
        segments(Segment.class, model.options().segmentProperty(), model.countsProperty());
        right(grouping(model), columns(table), peek(peek));
    }

    private MenuButton grouping(ContainersViewModel model) {
        grouping.getStyleClass().add(StyleClasses.SMALL);
        grouping.setMinWidth(USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Grouping choice : Grouping.values()) {
            RadioMenuItem item = new RadioMenuItem(choice.title());
            item.setToggleGroup(group);
            item.setOnAction(event -> model.options().groupingProperty().set(choice));
            model.options().groupingProperty().subscribe(now -> item.setSelected(now == choice));
            grouping.getItems().add(item);
        }
        model.options().groupingProperty().subscribe(now -> grouping.setText("Group: " + now.title()));
        return grouping;
    }

    private static MenuButton columns(ContainersTable table) {
        MenuButton button = new MenuButton();
        button.setGraphic(Icons.COLUMNS.node(Icons.SMALL));
        button.getStyleClass().addAll(StyleClasses.SMALL, "columns-button");
        button.setAccessibleText("Columns");
        Tip.on(button, "Columns");
        button.setId("containers-columns");
        for (ColumnChoice.Option option : table.columnOptions()) {
            CheckMenuItem item = new CheckMenuItem(option.title());
            item.setSelected(option.on());
            item.setOnAction(event -> table.showColumn(option.id(), item.isSelected()));
            button.getItems().add(item);
        }
        return button;
    }

    private static ToggleButton peek(BooleanProperty peek) {
        ToggleButton button = new ToggleButton("Peek", Icons.PEEK.node(Icons.SMALL));
        button.getStyleClass().add(StyleClasses.SMALL);
        button.setMinWidth(USE_PREF_SIZE);
        Tip.on(button, "Show logs, figures and facts of the selected row (P)");
        button.selectedProperty().bindBidirectional(peek);
        return button;
    }
}
