package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.FollowingCell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The table of a list without heads: a box at the left of each row, the columns of the page, the keys and the menu of
/// [RowKeys], and an order that rests while the pointer is in it. The current row and that of the selection are the
/// same. FX thread.
///
/// @param <R> a row
/// @param <L> what a row says
/// @param <K> what rows can be ordered by
public final class ListTable<R extends ListRow<L>, L, K> {
    private final RowTable<R, K> table;
    private final RowSelection<R> selection;
    private final RowListener<R> listener;
    private final Look<L> look;

    /// What is the same for all rows of a list.
    ///
    /// @param name what a row is called, for screen readers: "Select " stands before it
    /// @param sentence all that a row says, for screen readers
    /// @param muted whether nothing can be done with it now
    /// @param checkable whether it has a box
    public record Look<L>(
            Function<L, String> name, Function<L, String> sentence, Predicate<L> muted, Predicate<L> checkable) {
        public Look(Function<L, String> name, Function<L, String> sentence, Predicate<L> muted) {
            this(name, sentence, muted, line -> true);
        }
    }

    /// @param id of the node
    /// @param title "Networks"
    public ListTable(
            String id,
            String title,
            double rowHeight,
            ShownRows<R, K> rows,
            RowSelection<R> selection,
            Look<L> look,
            RowListener<R> listener) {
        this.selection = selection;
        this.listener = listener;
        this.look = look;
        this.table = new RowTable<>(id, title, rowHeight, rows);
        HeaderCheck header =
                new HeaderCheck("Select all " + title.toLowerCase(Locale.ROOT), selection, () -> keys(rows.items()));
        table.checks(header, this::checkCell);
        TableView<R> node = table.node();
        node.setFixedCellSize(rowHeight);
        node.setRowFactory(ignored -> new ListTableRow<>(look.sentence(), look.muted()));
        node.hoverProperty().subscribe((before, hover) -> rows.freeze(hover));
        RowKeys.install(node, new Keys(rows), selection);
        table.onCurrent(row -> selection.setCurrent(row.map(ListRow::id)));
        rows.itemsProperty().subscribe(now -> {
            table.show(now);
            header.update();
        });
        selection.currentProperty().subscribe((before, now) -> follow());
    }

    public TableView<R> node() {
        return table.node();
    }

    /// The row the keyboard is on.
    public Optional<R> current() {
        return table.current();
    }

    /// Makes a row the current one and brings it into view.
    public void select(R row) {
        table.select(row);
    }

    /// The keyboard goes to the current row, which is the first one if there was none.
    public void focus() {
        table.focus();
    }

    /// A column, see [RowTable#column].
    public TableColumn<R, R> column(
            String key, String name, double width, Supplier<? extends FollowingCell<R>> cell, Optional<K> sort) {
        return table.column(key, name, width, cell, sort);
    }

    /// Columns came or went.
    public void fit() {
        table.fit();
    }

    private FollowingCell<R> checkCell() {
        return new CheckCell<>(selection, look.name(), look.checkable());
    }

    private void follow() {
        Optional<R> wanted = selection.current();
        if (wanted.isPresent() && !wanted.equals(current())) {
            select(wanted.get());
        }
    }

    private List<String> keys(List<R> rows) {
        return rows.stream()
                .filter(row -> look.checkable().test(row.line()))
                .map(ListRow::id)
                .toList();
    }

    private final class Keys implements RowKeys.Rows<R> {
        private final ShownRows<R, K> rows;

        Keys(ShownRows<R, K> rows) {
            this.rows = rows;
        }

        @Override
        public Optional<R> current() {
            return table.current();
        }

        @Override
        public boolean move(int step) {
            return table.move(step);
        }

        @Override
        public List<String> keys(R row) {
            return ListTable.this.keys(List.of(row));
        }

        @Override
        public List<String> shown() {
            return ListTable.this.keys(rows.items());
        }

        @Override
        public void open(R row) {
            listener.open(row);
        }

        @Override
        public Optional<ContextMenu> menu(R row) {
            return Optional.of(listener.menu(selection.targets(row)));
        }
    }
}
