package io.quayside.desktop.ui.control;

import io.quayside.desktop.task.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The base of everything that listens only while it is in the window. FX thread.
///
/// [#onShown()] opens subscriptions with `whileShown`; all of them are closed, last one first, when it is hidden. Being
/// shown or hidden twice in a row does nothing.
public abstract class ViewLifecycle {
    private final Deque<Subscription> open = new ArrayDeque<>();
    private boolean shown;

    /// It is in the window now: subscribe.
    protected abstract void onShown();

    /// It left the window; the subscriptions are closed already.
    protected void onHidden() {}

    /// To be called when it appears.
    public final void enter() {
        if (!shown) {
            shown = true;
            onShown();
        }
    }

    /// To be called when it disappears.
    public final void leave() {
        if (shown) {
            shown = false;
            while (!open.isEmpty()) {
                open.pop().close();
            }
            onHidden();
        }
    }

    public final boolean isShown() {
        return shown;
    }

    /// How many subscriptions are open.
    public final int openSubscriptions() {
        return open.size();
    }

    /// Enters and leaves as `node` joins and leaves a scene.
    public final void follow(Node node) {
        node.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                leave();
            } else {
                enter();
            }
        });
    }

    /// Keeps a subscription until hidden. Closes it at once when not shown.
    protected final void whileShown(Subscription subscription) {
        if (shown) {
            open.push(subscription);
        } else {
            subscription.close();
        }
    }

    /// Calls `listener` with the present value and every later one until hidden.
    protected final <T> void whileShown(ObservableValue<T> value, Consumer<? super T> listener) {
        ChangeListener<T> change = (observable, before, now) -> listener.accept(now);
        value.addListener(change);
        whileShown(() -> value.removeListener(change));
        listener.accept(value.getValue());
    }
}
