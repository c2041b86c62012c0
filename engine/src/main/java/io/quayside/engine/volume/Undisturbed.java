package io.quayside.engine.volume;

import io.quayside.engine.error.CancelledException;
import io.quayside.engine.error.EngineException;

/// Makes a call that cleans up, whatever happens: also when the thread was interrupted, and when that comes in the
/// middle
/// of it. The thread stays interrupted.
public final class Undisturbed {
    private Undisturbed() {}

    /// A call that may be made twice.
    @FunctionalInterface
    public interface Call {
        void make() throws EngineException;
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
