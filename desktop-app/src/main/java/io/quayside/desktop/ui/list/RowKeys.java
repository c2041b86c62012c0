package io.quayside.desktop.ui.list;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that work inside every list, and the menu of its rows: Space checks, Shift with arrows checks on the way,
/// Mod+A checks all, Enter opens. FX thread.
///
/// @param <S> a row of the table, or the head of several
public final class RowKeys<S> {
    /// The rows that keys go to.
    public interface Rows<S> {
        /// The one the keyboard is on.
        Optional<S> current();

        /// Goes up or down by rows. Returns whether there is such a row. Asked only where rows have boxes.
        default boolean move(int step) {
            return false;
        }

        /// What is checked with a row: its own key, of a head the keys of all below it, or nothing.
        default List<String> keys(S row) {
            return List.of();
        }

        /// Whether it stands for others, which walking over it doesn't check.
        default boolean isHead(S row) {
            return false;
        }

        /// The keys of all that the list shows.
        default List<String> shown() {
            return List.of();
        }

        void open(S row);

        /// Folds a head, or unfolds it. Returns whether it is one.
        default boolean fold(S row, boolean open) {
            return false;
        }

        /// What can be done with a row, or with the checked ones if it is one of them.
        Optional<ContextMenu> menu(S row);
    }

    private final Node node;
    private final Rows<S> rows;
    private final Optional<HeaderCheck.Checks> checks;

    private RowKeys(Node node, Rows<S> rows, Optional<HeaderCheck.Checks> checks) {
        this.node = node;
        this.rows = rows;
        this.checks = checks;
    }

    /// Lets the keys work in a table whose rows can be checked.
    ///
    /// @param node has the focus while they work
    public static <S> void install(Node node, Rows<S> rows, HeaderCheck.Checks checks) {
        new RowKeys<>(node, rows, Optional.of(checks)).install();
    }

    /// Lets the keys work in a table without boxes.
    public static <S> void install(Node node, Rows<S> rows) {
        new RowKeys<>(node, rows, Optional.empty()).install();
    }

    private void install() {
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        node.setOnContextMenuRequested(this::menu);
    }

    private void pressed(KeyEvent event) {
        if (!node.equals(event.getTarget())) {
            return; // a field in a row
        }
        boolean done = switch (event.getCode()) {
            case SPACE -> !event.isShortcutDown() && check();
            case A -> event.isShortcutDown() && all();
            case ENTER -> !event.isShortcutDown() && open();
            case LEFT, RIGHT -> fold(event.getCode() == KeyCode.RIGHT);
            case UP, DOWN -> event.isShiftDown() && extend(event.getCode() == KeyCode.DOWN ? 1 : -1);
            default -> false;
        };
        if (done) {
            event.consume();
        }
    }

    private boolean check() {
        checks.ifPresent(boxes -> rows.current().ifPresent(row -> {
            List<String> keys = rows.keys(row);
            boxes.setChecked(keys, !keys.stream().allMatch(boxes::isChecked));
        }));
        return checks.isPresent();
    }

    private boolean all() {
        checks.ifPresent(boxes -> boxes.setChecked(rows.shown(), true));
        return checks.isPresent();
    }

    private boolean open() {
        rows.current().ifPresent(rows::open);
        return true;
    }

    private boolean fold(boolean open) {
        return rows.current().filter(row -> rows.fold(row, open)).isPresent();
    }

    private boolean extend(int step) {
        if (checks.isEmpty()) {
            return false;
        }
        checkCurrent();
        if (rows.move(step)) {
            checkCurrent();
        }
        return true;
    }

    private void checkCurrent() {
        checks.ifPresent(boxes -> rows.current()
                .filter(row -> !rows.isHead(row))
                .ifPresent(row -> boxes.setChecked(rows.keys(row), true)));
    }

    private void menu(ContextMenuEvent event) {
        rows.current().flatMap(rows::menu).ifPresent(menu -> menu.show(node, event.getScreenX(), event.getScreenY()));
        event.consume();
    }
}
