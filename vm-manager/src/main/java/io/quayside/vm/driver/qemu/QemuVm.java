package io.quayside.vm.driver.qemu;

import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.store.HostSpace;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/// A running QEMU, whether this process started it or an earlier one. QEMU serves one control connection at
/// a time, and other processes may want to speak to it too, so each command has a connection of its own.
final class QemuVm implements ResizableVm {
    private final ProcessHandle process;
    private final MachineFiles files;

    QemuVm(ProcessHandle process, MachineFiles files) {
        this.process = process;
        this.files = files;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return !process.isAlive();
        }
    }

    @Override
    public ByteChannel connectControl() throws VmException {
        try {
            return SocketChannel.open(UnixDomainSocketAddress.of(files.controlSocket()));
        } catch (IOException e) {
            throw new VmException(
                    new VmProblem.ConnectionLost(files.controlSocket() + ": " + e.getMessage(), List.of()), e);
        }
    }

    @Override
    public void pressPowerButton() throws VmException {
        qmp("system_powerdown", Map.of());
    }

    @Override
    public void powerCut() throws VmException {
        qmp("quit", Map.of());
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void growDataDisk(long bytes) throws VmException {
        qmp("block_resize", Map.of("device", "data", "size", bytes));
    }

    @Override
    public void setMemory(long bytes) throws VmException {
        qmp("balloon", Map.of("value", bytes));
    }

    @Override
    public long memory() throws VmException {
        return qmp("query-balloon", Map.of()).path("actual").asLong();
    }

    @Override
    public void pause() throws VmException {
        qmp("stop", Map.of());
    }

    @Override
    public void resume() throws VmException {
        qmp("cont", Map.of());
    }

    /// A write that found no room stops the guest, so that it never sees the failure.
    @Override
    public Optional<VmProblem> trouble() throws VmException {
        return qmp("query-status", Map.of()).path("status").asString("").equals("io-error")
                ? Optional.of(new VmProblem.HostDiskFull(files.folder(), HostSpace.free(files.folder())))
                : Optional.empty();
    }

    private JsonNode qmp(String command, Map<String, ?> arguments) throws VmException {
        try (QmpClient client = QmpClient.connect(files.qmpSocket())) {
            return client.execute(command, arguments);
        } catch (IOException e) {
            throw new VmException(
                    new VmProblem.HypervisorRefused(command, files.qmpSocket() + ": " + e.getMessage()), e);
        }
    }

    /// Waits some seconds until QEMU answers: it makes its socket a little after it starts.
    void awaitAnswer(Duration limit) throws VmException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                qmp("query-status", Map.of());
                return;
            } catch (VmException e) {
                if (!alive() || System.nanoTime() > end) {
                    throw e;
                }
            }
            Thread.sleep(20);
        }
    }

    /// There is nothing to let go of between commands.
    @Override
    public void close() {}
}
