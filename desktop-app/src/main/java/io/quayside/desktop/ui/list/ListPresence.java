package io.quayside.desktop.ui.list;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Decides what stands where a list is. An answer that takes more than a moment is said to be awaited, and one that
/// takes
/// seconds is said to be slow. FX thread.
public final class ListPresence {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final FxThread fx;
    private final BooleanSupplier waiting;
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.WAITING);
    private boolean waitedShortly;
    private boolean waitedLong;
    private boolean known;
    private boolean any;
    private boolean hits;

    /// @param waiting whether an answer is on its way
    public ListPresence(FxThread fx, BooleanSupplier waiting) {
        this.fx = fx;
        this.waiting = waiting;
    }

    public ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ListState state() {
        return state.get();
    }

    /// The list is on screen, until the handle is closed: the wait begins.
    public Subscription begin() {
        waitedShortly = false;
        waitedLong = false;
        return Subscription.all(fx.after(MOMENT, () -> waited(false)), fx.after(LONG, () -> waited(true)));
    }

    /// @param nowKnown whether the answer has come
    /// @param nowAny whether there are rows
    /// @param nowHits whether any of them is let through
    public void decide(boolean nowKnown, boolean nowAny, boolean nowHits) {
        known = nowKnown;
        any = nowAny;
        hits = nowHits;
        decide();
    }

    private void waited(boolean longer) {
        waitedShortly = true;
        waitedLong |= longer;
        decide();
    }

    private void decide() {
        if (known) {
            state.set(!any ? ListState.EMPTY : hits ? ListState.ROWS : ListState.NO_HITS);
        } else if (waitedShortly && waiting.getAsBoolean()) {
            state.set(waitedLong ? ListState.SLOW : ListState.LOADING);
        } else {
            state.set(ListState.WAITING);
        }
    }
}
