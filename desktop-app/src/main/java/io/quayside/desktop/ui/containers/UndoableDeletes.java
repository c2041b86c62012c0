package io.quayside.desktop.ui.containers;

import io.quayside.desktop.task.FxThread;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.containers.row.RowBook;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Deletions that wait a few seconds, in case somebody wants them back. What still waits when the app quits is not
/// deleted. FX thread.
final class UndoableDeletes {
    private static final int SECONDS = 5;

    private final class Pending {
        private final List<String> ids;
        private int left = SECONDS;
        private Subscription next = () -> {};

        Pending(List<String> ids) {
            this.ids = List.copyOf(ids);
        }

        void show(Optional<Integer> seconds) {
            ids.forEach(id -> book.deletingIn(id, seconds, clock.instant()));
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
    private final InstantSource clock;
    private final RowBook book;
    private final Consumer<List<String>> delete;

    UndoableDeletes(FxThread fx, InstantSource clock, RowBook book, Consumer<List<String>> delete) {
        this.fx = fx;
        this.clock = clock;
        this.book = book;
        this.delete = delete;
    }

    /// Deletes these after a few seconds.
    void add(List<String> ids) {
        Pending one = new Pending(ids);
        pending.push(one);
        one.show(Optional.of(SECONDS));
        one.next = fx.after(Duration.ofSeconds(1), one::tick);
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /// Takes the last deletion back.
    void undoLast() {
        if (!pending.isEmpty()) {
            take(pending.peek());
        }
    }

    /// Takes back the deletion that this container is part of.
    void undo(String id) {
        pending.stream().filter(one -> one.ids.contains(id)).findFirst().ifPresent(this::take);
    }

    private void take(Pending one) {
        pending.remove(one);
        one.next.close();
        one.show(Optional.empty());
    }
}
