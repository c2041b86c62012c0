package io.quayside.desktop.ui.list;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableRow;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One row; it speaks as one sentence.
final class ListTableRow<R extends ListRow<L>, L> extends TableRow<R> {
    private final Function<L, String> sentence;
    private final Predicate<L> muted;
    private Subscription following = Subscription.EMPTY;

    ListTableRow(Function<L, String> sentence, Predicate<L> muted) {
        this.sentence = sentence;
        this.muted = muted;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        following.unsubscribe();
        RowMarks.clear(this);
        following = row == null || empty ? Subscription.EMPTY : RowMarks.follow(this, row, muted);
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.TEXT && getItem() != null && !isEmpty()) {
            return sentence.apply(getItem().line());
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
