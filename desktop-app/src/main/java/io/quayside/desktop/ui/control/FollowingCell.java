package io.quayside.desktop.ui.control;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A cell that follows its row while it shows it, and shows nothing without one. FX thread.
///
/// @param <S> a row, which stays the same object whatever it comes to say
public abstract class FollowingCell<S> extends TableCell<S, S> {
    private Subscription following = Subscription.EMPTY;
    private @Nullable S shown;

    @Override
    protected final void updateItem(@Nullable S item, boolean empty) {
        super.updateItem(item, empty);
        S next = empty ? null : item;
        if (Objects.equals(next, shown)) {
            return;
        }
        shown = next;
        following.unsubscribe();
        show(null);
        following = next == null ? Subscription.EMPTY : follow(next);
    }

    /// Shows the row from now on, until what is returned is closed.
    protected abstract Subscription follow(S row);

    protected final void show(@Nullable Node node) {
        setGraphic(node);
    }
}
