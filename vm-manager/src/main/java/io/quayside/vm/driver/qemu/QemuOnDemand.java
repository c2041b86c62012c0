package io.quayside.vm.driver.qemu;

import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.image.ImageSource;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// QEMU, looked for and tested when a machine is first started. Machines are listed, found running and
/// stopped without: that neither takes long nor needs QEMU or an image.
///
/// One thread looks while others wait for what it finds; a failure isn't kept.
public final class QemuOnDemand implements VmDriver {
    private final QemuSetup setup;
    private final ImageSource image;
    private final Path folder;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable QemuDriver found;

    /// @param folder for the test's output and what came of it
    public QemuOnDemand(QemuSetup setup, ImageSource image, Path folder) {
        this.setup = setup;
        this.image = image;
        this.folder = folder;
    }

    private QemuDriver driver() throws VmException {
        try {
            lock.lockInterruptibly();
            try {
                if (found == null) {
                    found = setup.driver(image.open(), folder.resolve("probe.log"), new ProbeMemory(folder));
                }
                return found;
            } finally {
                lock.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VmException(new VmProblem.HypervisorRefused("test start", "It was cancelled."), e);
        }
    }

    /// Tests again at the next need, for a user who has changed something.
    public void forget() {
        lock.lock();
        try {
            found = null;
            new ProbeMemory(folder).forget();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Capabilities capabilities() throws VmException {
        return driver().capabilities();
    }

    @Override
    public void createDataDisk(MachineFiles files, long bytes) throws VmException {
        QemuDriver.createDisk(files, bytes);
    }

    @Override
    public void growDataDisk(MachineFiles files, long bytes) throws VmException {
        QemuDriver.growDisk(files, bytes);
    }

    @Override
    public RunningVm launch(MachineConfig config, GuestImage opened, MachineFiles files)
            throws VmException, InterruptedException {
        return driver().launch(config, opened, files);
    }

    @Override
    public Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) throws VmException {
        return QemuDriver.findRunning(files);
    }
}
