package io.quayside.vm.idle;

import io.quayside.vm.error.VmException;

/// What is asked of a guest that may be idle.
public interface IdleGuest {
    /// Whether a container runs, or anybody is connected to the engine past Quayside.
    boolean isBusy() throws VmException, InterruptedException;

    /// Gives up memory that only holds copies of files.
    void giveMemoryBack() throws VmException, InterruptedException;
}
