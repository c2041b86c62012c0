package io.quayside.desktop.ui.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.desktop.ui.control.FollowingCell;
import io.quayside.desktop.ui.theme.Fx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

/// What all lists do alike: keys, checks, and rows that stay where they are under the pointer.
class ListTableTest {
    private static final class Fruit extends ListRow<String> {
        Fruit(String name) {
            super(name, name);
        }
    }

    private enum Sort {
        NAME
    }

    private final Map<String, Fruit> book = new LinkedHashMap<>();
    private final List<String> opened = new ArrayList<>();
    private final RowSelection<Fruit> selection = new RowSelection<>(book::get);
    private final ShownRows<Fruit, Sort> rows = new ShownRows<>(
            book::values,
            () -> row -> !row.line().startsWith("-"),
            (sort, up) -> up
                    ? Comparator.comparing(Fruit::line)
                    : Comparator.comparing(Fruit::line).reversed(),
            Sort.NAME,
            true,
            () -> {});
    private final ListTable<Fruit, String, Sort> table = Fx.call(this::table);

    @Test
    void spaceChecksTheCurrentRowAndTakesItBack() {
        add("apple", "pear");
        press(KeyCode.DOWN, false, false);
        Fx.run(() -> table.focus());
        press(KeyCode.SPACE, false, false);
        assertEquals(List.of("apple"), checked());
        press(KeyCode.SPACE, false, false);
        assertEquals(List.of(), checked());
    }

    @Test
    void shiftWithArrowsChecksOnTheWay() {
        add("apple", "fig", "pear");
        Fx.run(() -> table.select(book.get("apple")));
        press(KeyCode.DOWN, true, false);
        assertEquals(List.of("apple", "fig"), checked());
        press(KeyCode.DOWN, true, false);
        press(KeyCode.DOWN, true, false);
        assertEquals(List.of("apple", "fig", "pear"), checked());
        assertEquals(Optional.of("pear"), Fx.call(() -> table.current().map(ListRow::id)));
    }

    @Test
    void allChecksWhatIsShownAndHasABox() {
        add("apple", "-hidden", "locked", "pear");
        press(KeyCode.A, false, true);
        assertEquals(List.of("apple", "pear"), checked());
        Fx.run(() -> table.select(book.get("locked")));
        press(KeyCode.SPACE, false, false);
        assertEquals(List.of("apple", "pear"), checked(), "what has no box can't be checked");
    }

    @Test
    void enterOpensTheCurrentRow() {
        add("apple", "pear");
        Fx.run(() -> table.select(book.get("pear")));
        press(KeyCode.ENTER, false, false);
        assertEquals(List.of("pear"), opened);
    }

    @Test
    void aMenuGoesToTheCheckedRowsOnlyFromOneOfThem() {
        add("apple", "fig", "pear");
        Fx.run(() -> selection.setChecked(List.of("apple", "fig"), true));
        assertEquals(List.of("apple", "fig"), ids(selection.targets(book.get("fig"))));
        assertEquals(List.of("pear"), ids(selection.targets(book.get("pear"))));
    }

    @Test
    void underThePointerRowsStayAndNewOnesComeLast() {
        add("fig", "pear");
        Fx.run(() -> rows.freeze(true));
        add("apple");
        assertEquals(List.of("fig", "pear", "apple"), shown());
        Fx.run(() -> rows.freeze(false));
        assertEquals(List.of("apple", "fig", "pear"), shown());
        Fx.run(() -> rows.sortBy(Sort.NAME, false));
        assertEquals(List.of("pear", "fig", "apple"), shown());
    }

    @Test
    void theKeyboardStaysOnItsRowWhateverComesAboveIt() {
        add("fig", "pear");
        Fx.run(() -> table.select(book.get("pear")));
        add("apple");
        assertEquals(Optional.of("pear"), Fx.call(() -> table.current().map(ListRow::id)));
        assertEquals(
                Optional.of("pear"), Fx.call(() -> selection.currentProperty().get()));
        Fx.run(() -> selection.setCurrent(Optional.of("apple")));
        assertEquals(Optional.of("apple"), Fx.call(() -> table.current().map(ListRow::id)));
    }

    private ListTable<Fruit, String, Sort> table() {
        ListTable<Fruit, String, Sort> made = new ListTable<>(
                "fruits-table",
                "Fruits",
                36,
                rows,
                selection,
                new ListTable.Look<>(name -> name, name -> name, name -> false, name -> !name.equals("locked")),
                new RowListener<>() {
                    @Override
                    public void open(Fruit row) {
                        opened.add(row.id());
                    }

                    @Override
                    public ContextMenu menu(List<Fruit> which) {
                        return new ContextMenu(new MenuItem(ids(which).toString()));
                    }
                });
        made.column("name", "Name", 0, NameCell::new, Optional.of(Sort.NAME));
        return made;
    }

    private static final class NameCell extends FollowingCell<Fruit> {
        @Override
        protected Subscription follow(Fruit row) {
            show(new Label(row.line()));
            return Subscription.EMPTY;
        }
    }

    private void add(String... names) {
        Fx.run(() -> {
            for (String name : names) {
                book.put(name, new Fruit(name));
            }
            rows.changed();
        });
    }

    private void press(KeyCode key, boolean shift, boolean shortcut) {
        Fx.run(() -> table.node()
                .fireEvent(new KeyEvent(
                        table.node(), table.node(), KeyEvent.KEY_PRESSED, "", "", key, shift, shortcut, false, false)));
    }

    private List<String> checked() {
        return Fx.call(() -> book.keySet().stream().filter(selection::isChecked).toList());
    }

    private List<String> shown() {
        return Fx.call(() -> ids(rows.items()));
    }

    private static List<String> ids(List<Fruit> which) {
        return which.stream().map(ListRow::id).toList();
    }
}
