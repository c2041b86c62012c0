package io.quayside.vm.driver;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.Optional;

/// A machine whose hypervisor runs. Thread-safe.
public interface RunningVm extends AutoCloseable {
    /// The process that is the machine, or the one that owns it.
    long pid();

    boolean alive();

    /// Waits for the end of the machine; true if it ended in time.
    boolean awaitEnd(Duration limit) throws InterruptedException;

    /// Connects to the program in the guest. One connection at a time; the caller closes it.
    ByteChannel connectControl() throws VmException;

    /// Why the machine stands still without having been asked to; empty while it goes on.
    default Optional<VmProblem> trouble() throws VmException {
        return Optional.empty();
    }

    /// Presses the power button.
    void pressPowerButton() throws VmException;

    /// Ends the machine without asking the guest; what the guest has not written is lost.
    void powerCut() throws VmException;

    /// Ends the hypervisor's process, when nothing else helps.
    void kill();

    /// Lets go of the connection to the hypervisor. The machine goes on.
    @Override
    void close();
}
