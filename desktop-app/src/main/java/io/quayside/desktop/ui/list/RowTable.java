package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// A table whose rows are brought and ordered by a view model: it shows them, keeps the keyboard on its row whatever
/// comes or goes above it, and asks for another order when a header is clicked. FX thread.
///
/// @param <S> a row
/// @param <K> what rows can be ordered by
public final class RowTable<S, K> {
    private static final int SORT_MARK = 12;
    private static final double HEADER = 31;
    private static final double SCROLL_BAR = 10;
    private static final double CHECK = 44;
    private static final double LEAST = 100;

    /// Who orders the rows.
    public interface Order<K> {
        /// What they are ordered by without anybody's choice.
        K usual();

        boolean usuallyAscending();

        K sort();

        boolean ascending();

        void sortBy(K key, boolean up);
    }

    /// For rows that stay in the order in which they are brought: none of the columns can be clicked.
    public static Order<String> asTheyCome() {
        return new Order<>() {
            @Override
            public String usual() {
                return "";
            }

            @Override
            public boolean usuallyAscending() {
                return true;
            }

            @Override
            public String sort() {
                return "";
            }

            @Override
            public boolean ascending() {
                return true;
            }

            @Override
            public void sortBy(String key, boolean up) {
                // they stay
            }
        };
    }

    private final Order<K> order;
    private final double rowHeight;
    private final ObservableList<S> items = FXCollections.observableArrayList();
    private final TableView<S> table = new TableView<>(items);
    private final Map<TableColumn<S, ?>, K> sorts = new LinkedHashMap<>();
    private Optional<TableColumn<S, S>> wide = Optional.empty();
    private Consumer<Optional<S>> onCurrent = row -> {};
    private boolean arranging;

    /// @param id of the node
    /// @param name for screen readers
    public RowTable(String id, String name, double rowHeight, Order<K> order) {
        this.order = order;
        this.rowHeight = rowHeight;
        table.setId(id);
        table.getStyleClass().addAll(id, StyleClasses.LIST);
        table.setAccessibleText(name);
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setPlaceholder(new Region());
        table.widthProperty().subscribe((before, now) -> fit());
        table.heightProperty().subscribe((before, now) -> fit());
        table.fixedCellSizeProperty().subscribe((before, now) -> fit());
        items.subscribe(this::fit);
        table.setSortPolicy(ignored -> {
            sorted();
            return true;
        });
        table.getSelectionModel().selectedItemProperty().subscribe((before, now) -> tell());
    }

    public TableView<S> node() {
        return table;
    }

    /// The row the keyboard is on.
    public Optional<S> current() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    /// Hears on which row the keyboard is.
    public void onCurrent(Consumer<Optional<S>> listener) {
        onCurrent = listener;
    }

    /// Adds a column.
    ///
    /// @param width 0 for the one that takes what the others leave
    public TableColumn<S, S> column(
            String key, String title, double width, Supplier<? extends FollowingCell<S>> cell, Optional<K> sort) {
        TableColumn<S, S> column = new TableColumn<>(title);
        column.setId(table.getId() + "-" + key);
        if (width > 0) {
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setMaxWidth(width);
        } else {
            column.setMinWidth(LEAST);
            wide = Optional.of(column);
        }
        column.setReorderable(false);
        column.setResizable(width == 0);
        column.setSortable(sort.isPresent());
        column.setSortNode(new Region()); // none at the far end: the mark stands beside the title
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(ignored -> cell.get());
        sort.ifPresent(by -> sorts.put(column, by));
        table.getColumns().add(column);
        mark();
        return column;
    }

    /// Adds the column of boxes.
    ///
    /// @param all the box in its header
    public void checks(HeaderCheck all, Supplier<? extends FollowingCell<S>> cell) {
        TableColumn<S, S> column = column("check", "", CHECK, cell, Optional.empty());
        column.setGraphic(all.node());
        column.getStyleClass().add(StyleClasses.CHECK_COLUMN);
    }

    /// Shows these rows.
    public void show(List<S> next) {
        S selected = table.getSelectionModel().getSelectedItem();
        int place = table.getSelectionModel().getSelectedIndex();
        if (!items.equals(next)) {
            arranging = true;
            items.setAll(next);
            if (selected != null) {
                int at = items.indexOf(selected);
                int near = at >= 0 ? at : Math.min(place, items.size() - 1);
                table.getSelectionModel().clearAndSelect(near);
            }
            arranging = false;
        }
        tell();
    }

    /// Makes a row the current one and brings it into view.
    public void select(S row) {
        int index = items.indexOf(row);
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    /// The keyboard goes to the current row, which is the first one if there was none.
    public void focus() {
        table.requestFocus();
        if (current().isEmpty() && !items.isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    /// Goes up or down by rows. Returns whether there is such a row.
    public boolean move(int step) {
        int next = table.getSelectionModel().getSelectedIndex() + step;
        boolean there = next >= 0 && next < items.size();
        if (there) {
            table.getSelectionModel().clearAndSelect(next);
            table.scrollTo(Math.max(0, next - 2));
        }
        return there;
    }

    /// The wide column gets what the other columns leave; to be called when one of them came or went. Constrained
    /// policies of the toolkit don't look again when
    /// columns are hidden before the table had its width.
    public void fit() {
        double others = table.getColumns().stream()
                .filter(column -> column.isVisible()
                        && !wide.filter(each -> each.equals(column)).isPresent())
                .mapToDouble(TableColumn::getPrefWidth)
                .sum();
        double row = table.getFixedCellSize() > 0 ? table.getFixedCellSize() : rowHeight;
        boolean scrolls = HEADER + row * items.size() > table.getHeight();
        wide.ifPresent(column -> column.setPrefWidth(
                Math.max(LEAST, Math.floor(table.getWidth() - others - (scrolls ? SCROLL_BAR : 0)))));
    }

    private void tell() {
        if (!arranging) {
            onCurrent.accept(current());
        }
    }

    private void sorted() {
        if (table.getSortOrder().isEmpty()) {
            order.sortBy(order.usual(), order.usuallyAscending());
        } else {
            TableColumn<S, ?> column = table.getSortOrder().getFirst();
            K sort = sorts.get(column);
            if (sort != null) {
                order.sortBy(sort, column.getSortType() == TableColumn.SortType.ASCENDING);
            }
        }
        mark();
    }

    /// Says in the header by what the rows are ordered.
    private void mark() {
        sorts.forEach((column, sort) -> column.setGraphic(
                sort.equals(order.sort())
                        ? (order.ascending() ? Icons.CHEVRON_UP : Icons.CHEVRON_DOWN).node(SORT_MARK)
                        : null));
    }
}
