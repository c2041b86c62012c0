package io.quayside.engine.volume;

import io.quayside.engine.Engine;
import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.NotFoundException;
import io.quayside.engine.model.RemoveOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a call that cleans up, whatever happens: also when the thread was interrupted, and when that comes in the
/// middle
/// of it. The thread stays interrupted.
public final class Undisturbed {
    private static final Logger LOG = LoggerFactory.getLogger(Undisturbed.class);

    private Undisturbed() {}

    /// A call that may be made twice.
    @FunctionalInterface
    public interface Call {
        void make() throws EngineException;
    }

    /// Removes a container that only helped. One that was never made, or is gone, is no failure; another one is logged.
    public static void remove(Engine engine, String container, RemoveOptions options) {
        try {
            run(() -> engine.containers().remove(container, options));
        } catch (NotFoundException e) {
            LOG.debug("The helper container {} isn't there", container);
        } catch (EngineException e) {
            LOG.info("The helper container {} couldn't be deleted", container, e);
        }
    }

    public static void run(Call call) throws EngineException {
        boolean interrupted = Thread.interrupted();
        try {
            boolean done = false;
            while (!done) {
                try {
                    call.make();
                    done = true;
                } catch (CancelledException e) {
                    if (!Thread.interrupted()) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
