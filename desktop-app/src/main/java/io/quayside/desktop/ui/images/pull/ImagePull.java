package io.quayside.desktop.ui.images.pull;

import io.quayside.desktop.registries.RegistryLogins;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.task.TaskContext;
import io.quayside.engine.Engine;
import io.quayside.engine.credential.CredentialException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.model.PullProgress;
import io.quayside.engine.model.PullSpec;
import io.quayside.engine.model.RegistryAuth;
import io.quayside.engine.stream.EngineStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way in which the window pulls an image: bytes, rate and rest go to the task that it is part of. Blocks.
public final class ImagePull {
    private static final Logger LOG = LoggerFactory.getLogger(ImagePull.class);

    /// The unit of progress: a share has no other.
    private static final long WHOLE = 10_000;

    private final TaskContext context;
    private final RegistryLogins logins;
    private final Consumer<PullState> watcher;
    private final PullRate rate = new PullRate();
    private PullState state = PullState.NONE;
    private double furthest;

    /// @param logins with that for the image's registry, if anybody is signed in there
    /// @param watcher hears of every step, on the thread of the work
    public ImagePull(TaskContext context, RegistryLogins logins, Consumer<PullState> watcher) {
        this.context = context;
        this.logins = logins;
        this.watcher = watcher;
    }

    /// Pulls, and returns what came in.
    ///
    /// @param platform such as `linux/arm64`, or empty for the engine's own
    public PullState run(Engine engine, String reference, String platform) throws EngineException {
        PullSpec spec = new PullSpec(reference, platform, login(reference));
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

    /// As docker does: a login that can't be read is none, and the registry says whether it wants one.
    private Optional<RegistryAuth> login(String reference) {
        try {
            return logins.forImage(reference);
        } catch (CredentialException e) {
            LOG.warn("The login for {} can't be read: {}", reference, e.getMessage());
            return Optional.empty();
        }
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
