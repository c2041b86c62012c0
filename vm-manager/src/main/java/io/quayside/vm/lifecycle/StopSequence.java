package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.Guest;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a machine, by the gentlest way that works: the guest is asked, then its power button is pressed,
/// then its power is cut, then its process is killed.
final class StopSequence {
    private static final Logger LOG = LoggerFactory.getLogger(StopSequence.class);

    /// Containers have ten seconds of their own to end, and the engine some more.
    private static final Duration ASKED = Duration.ofSeconds(40);

    private static final Duration PRESSED = Duration.ofSeconds(15);
    private static final Duration CUT = Duration.ofSeconds(5);

    private StopSequence() {}

    /// @param guest absent when it can't be reached
    static void run(RunningVm vm, Optional<Guest> guest) throws VmException, InterruptedException {
        boolean ended = guest.isPresent() && attempt("power off", vm, ASKED, guest.get()::powerOff);
        // One that wasn't asked has the same to do now.
        ended = ended || attempt("power button", vm, guest.isPresent() ? PRESSED : ASKED, vm::pressPowerButton);
        ended = ended || attempt("power cut", vm, CUT, vm::powerCut);
        ended = ended || attempt("kill", vm, CUT, vm::kill);
        if (!ended) {
            throw new VmException(new VmProblem.StillRunning(vm.pid()));
        }
    }

    private interface Attempt {
        void run() throws VmException, InterruptedException;
    }

    private static boolean attempt(String name, RunningVm vm, Duration limit, Attempt attempt)
            throws InterruptedException {
        try {
            attempt.run();
        } catch (VmException e) {
            LOG.info("{} failed: {}", name, e.getMessage());
            return vm.awaitEnd(Duration.ZERO);
        }
        boolean ended = vm.awaitEnd(limit);
        if (!ended) {
            LOG.warn("The machine still runs {} s after {}", limit.toSeconds(), name);
        }
        return ended;
    }
}
