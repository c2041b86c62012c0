package io.quayside.desktop.ui.list;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Subscription;

/// How a row of a table looks: checked, or muted while nothing can be done with it. FX thread.
public final class RowMarks {
    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    private RowMarks() {}

    /// Looks like `row` until what is returned is closed.
    public static <L> Subscription follow(Node node, ListRow<L> row, Predicate<L> muted) {
        return Subscription.combine(
                row.checkedProperty().subscribe(on -> node.pseudoClassStateChanged(CHECKED, on)),
                row.lineProperty().subscribe(line -> node.pseudoClassStateChanged(MUTED, muted.test(line))));
    }

    /// Looks like no row.
    public static void clear(Node node) {
        node.pseudoClassStateChanged(CHECKED, false);
        node.pseudoClassStateChanged(MUTED, false);
    }
}
