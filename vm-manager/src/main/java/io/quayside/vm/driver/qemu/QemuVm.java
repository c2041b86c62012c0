package io.quayside.vm.driver.qemu;

import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A running QEMU, whether this process started it or an earlier one. The control connection is made when it is first
/// needed, and again after it broke.
final class QemuVm implements ResizableVm {
    private final ProcessHandle process;
    private final MachineFiles files;
    private @Nullable QmpClient qmp;

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
        return client().execute("query-balloon", Map.of()).path("actual").asLong();
    }

    @Override
    public void pause() throws VmException {
        qmp("stop", Map.of());
    }

    @Override
    public void resume() throws VmException {
        qmp("cont", Map.of());
    }

    private void qmp(String command, Map<String, ?> arguments) throws VmException {
        client().execute(command, arguments);
    }

    /// Connects within some seconds: QEMU makes its socket a little after it starts.
    void connect(Duration limit) throws VmException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                client();
                return;
            } catch (VmException e) {
                if (!alive() || System.nanoTime() > end) {
                    throw e;
                }
            }
            Thread.sleep(20);
        }
    }

    private synchronized QmpClient client() throws VmException {
        if (qmp == null || !qmp.connected()) {
            try {
                qmp = QmpClient.connect(files.qmpSocket());
            } catch (IOException e) {
                throw new VmException(
                        new VmProblem.HypervisorRefused("connect", files.qmpSocket() + ": " + e.getMessage()), e);
            }
        }
        return qmp;
    }

    @Override
    public synchronized void close() {
        if (qmp != null) {
            qmp.close();
            qmp = null;
        }
    }
}
