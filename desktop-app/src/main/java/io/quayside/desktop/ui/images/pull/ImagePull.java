package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.engine.Engine;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.stream.EngineStream;
import java.util.Optional;
import java.util.function.Consumer;

/// The one way in which the window pulls an image: bytes, rate and rest go to the task that it is part of. Blocks.
public final class ImagePull {
    /// The unit of progress: a share has no other.
    private static final long WHOLE = 10_000;

    private final TaskContext context;
    private final Consumer<PullState> watcher;
    private final PullRate rate = new PullRate();
    private PullState state = PullState.NONE;
    private double furthest;

    /// @param watcher hears of every step, on the thread of the work
    public ImagePull(TaskContext context, Consumer<PullState> watcher) {
        this.context = context;
        this.watcher = watcher;
    }

    /// Pulls, and returns what came in.
    ///
    /// @param platform such as `linux/arm64`, or empty for the engine's own
    public PullState run(Engine engine, String reference, String platform) throws EngineException {
        PullSpec spec = new PullSpec(reference, platform, Optional.empty());
        try (EngineStream<PullProgress> steps = engine.images().pull(spec);
                Subscription _ = context.onCancel(steps)) {
            for (Optional<PullProgress> next = steps.next(); next.isPresent(); next = steps.next()) {
                PullState before = state;
                state = state.with(next.get());
                if (!state.equals(before)) {
                    report();
                }
            }
        }
        context.progress(0, 0);
        context.rate("");
        return state;
    }

    private void report() {
        long done = state.done();
        rate.note(System.nanoTime(), done);
        // A large layer that begins late makes the share smaller; a bar that goes back says nothing.
        furthest = Math.max(furthest, state.share());
        if (state.share() >= 0) {
            context.progress(Math.round(furthest * WHOLE), WHOLE);
        }
        context.detail(state.words());
        context.rate(state.isUnpacking() ? "" : rate.words(state.total() - done, state.unmeasured() == 0));
        watcher.accept(state);
    }
}
