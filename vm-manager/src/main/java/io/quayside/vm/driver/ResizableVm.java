package io.quayside.vm.driver;

import io.quayside.vm.error.VmException;

/// A running machine whose resources can change.
public interface ResizableVm extends RunningVm {
    /// Makes the data disk larger; the guest is then told to follow.
    void growDataDisk(long bytes) throws VmException;

    /// Asks the guest to do with so much memory, or gives it back what it had.
    void setMemory(long bytes) throws VmException;

    /// Memory that the guest has at present.
    long memory() throws VmException;

    /// Stops the guest's processors; it uses none of the host's then.
    void pause() throws VmException;

    void resume() throws VmException;
}
