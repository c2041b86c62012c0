package io.quayside.desktop.ui.list;

import io.quayside.desktop.ui.control.FollowingCell;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.util.Subscription;

/// The box at the left of a row.
final class CheckCell<R extends ListRow<L>, L> extends FollowingCell<R> {
    private final RowSelection<R> selection;
    private final Function<L, String> name;
    private final Predicate<L> checkable;
    private final CheckArea area = new CheckArea();

    CheckCell(RowSelection<R> selection, Function<L, String> name, Predicate<L> checkable) {
        this.selection = selection;
        this.name = name;
        this.checkable = checkable;
    }

    @Override
    protected Subscription follow(R row) {
        show(checkable.test(row.line()) ? area : null);
        return area.follow(row, "Select " + name.apply(row.line()), selection);
    }
}
