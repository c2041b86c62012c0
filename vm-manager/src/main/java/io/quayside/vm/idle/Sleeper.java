package io.quayside.vm.idle;

import io.quayside.vm.error.VmException;

/// A machine whose processors can be stopped and started again.
public interface Sleeper {
    void pause() throws VmException;

    /// Starts the processors and sets the guest's clock, which stood still. Does no harm to a machine that runs.
    void resume() throws VmException, InterruptedException;
}
