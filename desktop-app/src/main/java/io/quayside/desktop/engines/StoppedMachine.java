package io.quayside.desktop.engines;

import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.state.EngineStatus;
import io.quayside.desktop.task.Subscription;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/// Does what needs the machine in the window stopped. It stops and starts through the session, so that the
/// window shows that. Blocks.
final class StoppedMachine {
    /// What is done meanwhile.
    interface Work<T> {
        T run() throws VmException, InterruptedException;
    }

    private final EngineSession session;

    StoppedMachine(EngineSession session) {
        this.session = session;
    }

    /// Stops the machine, does it, and starts the machine again whatever came of it.
    ///
    /// @throws VmException with [VmProblem.StillInUse] if it couldn't be stopped
    <T> T meanwhile(String name, Work<T> work) throws VmException, InterruptedException {
        boolean done = false;
        // While it still connects, a stop would be asked for in vain.
        become(() -> {}, now -> !(now instanceof EngineStatus.Connecting));
        try {
            if (!become(session::stop, now -> now instanceof EngineStatus.Stopped)) {
                throw new VmException(new VmProblem.StillInUse(name));
            }
            T result = work.run();
            become(session::start, now -> now instanceof EngineStatus.Connected);
            done = true;
            return result;
        } finally {
            if (!done) {
                // While it still stops, a start would be asked for in vain.
                become(() -> {}, now -> !(now instanceof EngineStatus.Stopping));
                session.start();
            }
        }
    }

    /// Does it and waits until the engine stands so, or until that failed.
    private boolean become(Runnable act, Predicate<EngineStatus> wanted) throws InterruptedException {
        CompletableFuture<Boolean> outcome = new CompletableFuture<>();
        boolean[] begun = new boolean[1];
        act.run();
        Subscription listening = session.onStatus(now -> {
            begun[0] |= now instanceof EngineStatus.Stopping || now instanceof EngineStatus.Starting;
            if (wanted.test(now)) {
                outcome.complete(true);
            } else if (begun[0]
                    && now instanceof EngineStatus.Disconnected lost
                    && lost.nextTry().isEmpty()) {
                outcome.complete(false);
            }
        });
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            listening.close();
        }
    }
}
