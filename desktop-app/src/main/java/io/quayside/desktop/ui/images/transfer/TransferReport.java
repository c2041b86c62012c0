package io.quayside.desktop.ui.images.transfer;

import io.quayside.desktop.task.TaskContext;
import io.quayside.desktop.ui.images.transfer.LayerProgress.Phase;
import io.quayside.engine.error.CancelledException;
import java.util.Optional;
import java.util.function.Consumer;

/// Tells a task how far its image has come: bytes, rate and rest. For the thread of the work.
public final class TransferReport {
    /// The unit of progress: a share has no other.
    private static final long WHOLE = 10_000;

    private final TaskContext context;
    private final Consumer<TransferState> watcher;
    private final TransferRate rate = new TransferRate();
    private TransferState last = TransferState.NONE;
    private double furthest;

    /// @param watcher hears of every step
    public TransferReport(TaskContext context, Consumer<TransferState> watcher) {
        this.context = context;
        this.watcher = watcher;
    }

    /// It has come as far as this.
    public void show(TransferState state) {
        if (state.equals(last)) {
            return;
        }
        last = state;
        long done = state.done();
        rate.note(System.nanoTime(), done);
        // A large layer that begins late makes the share smaller; a bar that goes back says nothing, unless what was
        // moved is lost.
        furthest = state.isRetrying() ? state.share() : Math.max(furthest, state.share());
        if (state.share() >= 0) {
            context.progress(Math.round(furthest * WHOLE), WHOLE);
        }
        context.detail(state.words());
        context.rate(state.isUnpacking() ? "" : rate.words(state.total() - done, state.unmeasured() == 0));
        watcher.accept(state);
    }

    /// What engines say of a layer whose connection broke: "Retrying in 5 seconds".
    public static Optional<Phase> retrying(String words) {
        return words.startsWith("Retrying in ") ? Optional.of(Phase.RETRYING) : Optional.empty();
    }

    /// Nothing more comes. A stream that is closed here ends as one does that has told everything, so this says which
    /// of
    /// the two it was.
    ///
    /// @throws CancelledException if it ended because somebody cancelled
    public void end() throws CancelledException {
        context.progress(0, 0);
        context.rate("");
        if (context.isCancelled()) {
            throw new CancelledException("image", null);
        }
    }
}
