package io.quayside.vm.driver.hyperv;

import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.driver.RoutedVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A machine that Hyper-V runs. Every question to Hyper-V is a process of PowerShell, so none is asked needlessly.
final class HyperVVm implements ResizableVm, RoutedVm {
    private static final Logger LOG = LoggerFactory.getLogger(HyperVVm.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    /// Hyper-V makes the pipe a little after it starts the machine.
    private static final Duration PIPE = Duration.ofSeconds(10);

    private final HyperV hyperV;
    private final String name;
    private final MachineFiles files;
    private @Nullable EngineRelay relay;

    HyperVVm(HyperV hyperV, String name, MachineFiles files) {
        this.hyperV = hyperV;
        this.name = name;
        this.files = files;
    }

    /// Hyper-V runs machines by processes of the system's, which users can't see: always 0.
    @Override
    public long pid() {
        return 0;
    }

    /// A machine that can't be asked about counts as alive: nothing is taken apart on a guess.
    @Override
    public boolean alive() {
        try {
            return hyperV.machine(name).filter(HyperV.Listed::runs).isPresent();
        } catch (VmException e) {
            LOG.warn("Hyper-V didn't say whether {} runs", name, e);
            return true;
        }
    }

    @Override
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (alive()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            Thread.sleep(Duration.ofNanos(Math.min(left, LOOK.toNanos())));
        }
        return true;
    }

    @Override
    public ByteChannel connectControl() throws VmException {
        String path = HyperVMachine.controlPipe(name);
        long end = System.nanoTime() + PIPE.toNanos();
        while (true) {
            try {
                return hyperV.pipes().open(path);
            } catch (AccessDeniedException e) {
                throw new VmException(new VmProblem.ControlPipeDenied(path), e);
            } catch (NoSuchFileException e) {
                awaitPipe(path, end, e);
            } catch (IOException e) {
                throw new VmException(new VmProblem.ConnectionLost(path + ": " + e.getMessage(), List.of()), e);
            }
        }
    }

    private static void awaitPipe(String path, long end, NoSuchFileException missing) throws VmException {
        if (System.nanoTime() > end) {
            throw new VmException(new VmProblem.ConnectionLost(path + " isn't there", List.of()), missing);
        }
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VmException(new VmProblem.ConnectionLost("interrupted", List.of()), e);
        }
    }

    /// Keeps the console from here on, as far as its pipe can be opened; a machine without a log is better than none.
    void followConsole() {
        try {
            ConsoleLog.follow(hyperV.pipes().open(HyperVMachine.consolePipe(name)), files.console());
        } catch (IOException e) {
            LOG.info("The console of {} isn't kept", name, e);
        }
    }

    @Override
    public synchronized void route(int port, InetSocketAddress engine) throws VmException {
        close();
        relay = EngineRelay.open(port, engine);
    }

    @Override
    public void pressPowerButton() throws VmException {
        hyperV.run(HyperVCommands.shutDown(name));
    }

    @Override
    public void powerCut() throws VmException {
        hyperV.run(HyperVCommands.turnOff(name));
    }

    /// The same as a power cut: there is no process that a user may end.
    @Override
    public void kill() {
        try {
            powerCut();
        } catch (VmException e) {
            LOG.warn("{} could not be turned off", name, e);
        }
    }

    @Override
    public void growDataDisk(long bytes) throws VmException {
        hyperV.run(HyperVCommands.growDisk(files.hyperVDataDisk(), bytes));
    }

    /// Hyper-V gives and takes memory by itself, by what the guest uses; this only moves the limit, and Hyper-V may
    /// refuse to lower that of a running machine.
    @Override
    public void setMemory(long bytes) throws VmException {
        hyperV.run(HyperVCommands.memoryAtMost(name, bytes));
    }

    @Override
    public long memory() throws VmException {
        return hyperV.machine(name).map(HyperV.Listed::memory).orElse(0L);
    }

    @Override
    public void pause() throws VmException {
        hyperV.run(HyperVCommands.pause(name));
    }

    @Override
    public void resume() throws VmException {
        hyperV.run(HyperVCommands.resume(name));
    }

    @Override
    public synchronized void close() {
        if (relay != null) {
            relay.close();
            relay = null;
        }
    }
}
