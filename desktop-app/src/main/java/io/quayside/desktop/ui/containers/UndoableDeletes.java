package io.quayside.desktop.ui.containers;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Deletions that wait a few seconds, in case somebody wants them back. What still waits when the app quits is not
/// deleted. FX thread.
public final class UndoableDeletes {
    private static final int SECONDS = 5;

    private final class Pending {
        private final List<String> ids;
        private int left = SECONDS;
        private Subscription next = () -> {};

        Pending(List<String> ids) {
            this.ids = List.copyOf(ids);
        }

        void show(Optional<Integer> seconds) {
            ids.forEach(id -> shown.accept(id, seconds));
        }

        void tick() {
            left--;
            if (left > 0) {
                show(Optional.of(left));
                next = fx.after(Duration.ofSeconds(1), this::tick);
            } else {
                pending.remove(this);
                show(Optional.empty());
                delete.accept(ids);
            }
        }
    }

    private final Deque<Pending> pending = new ArrayDeque<>();
    private final FxThread fx;
    private final BiConsumer<String, Optional<Integer>> shown;
    private final Consumer<List<String>> delete;

    /// @param shown is told how many seconds are left for one of them, and nothing once it doesn't wait any more
    /// @param delete deletes them
    public UndoableDeletes(FxThread fx, BiConsumer<String, Optional<Integer>> shown, Consumer<List<String>> delete) {
        this.fx = fx;
        this.shown = shown;
        this.delete = delete;
    }

    /// Deletes these after a few seconds.
    public void add(List<String> ids) {
        Pending one = new Pending(ids);
        pending.push(one);
        one.show(Optional.of(SECONDS));
        one.next = fx.after(Duration.ofSeconds(1), one::tick);
    }

    public boolean isEmpty() {
        return pending.isEmpty();
    }

    /// Takes the last deletion back.
    public void undoLast() {
        if (!pending.isEmpty()) {
            take(pending.peek());
        }
    }

    /// Takes back the deletion that this one is part of.
    public void undo(String id) {
        pending.stream().filter(one -> one.ids.contains(id)).findFirst().ifPresent(this::take);
    }

    private void take(Pending one) {
        pending.remove(one);
        one.next.close();
        one.show(Optional.empty());
    }
}
