package io.quayside.vm.lifecycle;

import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.idle.Sleeper;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stops and starts the processors of a machine, and leaves a note of it for other processes.
record MachineSleeper(ResizableVm vm, Guest guest, MachineFiles files) implements Sleeper {
    private static final Logger LOG = LoggerFactory.getLogger(MachineSleeper.class);

    static Optional<Sleeper> of(RunningVm vm, Guest guest, MachineFiles files) {
        return vm instanceof ResizableVm sleeping
                ? Optional.of(new MachineSleeper(sleeping, guest, files))
                : Optional.empty();
    }

    @Override
    public void pause() throws VmException {
        note(true);
        try {
            vm.pause();
        } catch (VmException e) {
            note(false);
            throw e;
        }
    }

    @Override
    public void resume() throws VmException, InterruptedException {
        vm.resume();
        note(false);
        try {
            LOG.debug("The guest's clock was off by {}", guest.syncTime());
        } catch (VmException e) {
            LOG.info("The guest's clock wasn't set: {}", e.getMessage());
        }
    }

    private void note(boolean paused) throws VmException {
        try {
            if (paused) {
                Files.writeString(files.paused(), "");
            } else {
                Files.deleteIfExists(files.paused());
            }
        } catch (IOException e) {
            throw StoreFailures.of(files.paused(), e);
        }
    }

    /// Wakes a machine that a process which is gone let sleep.
    static void wakeLeftAsleep(RunningVm vm, MachineFiles files) throws VmException {
        if (Files.exists(files.paused()) && vm instanceof ResizableVm sleeping) {
            sleeping.resume();
            try {
                Files.deleteIfExists(files.paused());
            } catch (IOException e) {
                throw StoreFailures.of(files.paused(), e);
            }
        }
    }
}
