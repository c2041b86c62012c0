package io.quayside.vm.driver;

import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The better one of two hypervisors, chosen when one is first needed: the preferred one where it answers,
/// else the other one, with the reason. Data disks aren't the same under both, so a computer that has
/// machines stays with the hypervisor that made them: a machine is never without its data because something
/// was turned on or off in the system.
///
/// One thread asks while others wait for the answer. The choice is kept until [#forget].
public final class PreferredDriver implements VmDriver {
    private static final Logger LOG = LoggerFactory.getLogger(PreferredDriver.class);

    /// A hypervisor and why it, one sentence; empty where it explains itself.
    private record Choice(VmDriver driver, boolean isPreferred, String reason) {}

    private final VmDriver preferred;
    private final VmDriver other;
    private final Supplier<List<MachineFiles>> machines;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Choice choice;

    /// @param machines the files of all machines of this user; asked on the thread that needs the choice
    public PreferredDriver(VmDriver preferred, VmDriver other, Supplier<List<MachineFiles>> machines) {
        this.preferred = preferred;
        this.other = other;
        this.machines = machines;
    }

    private Choice choice() {
        lock.lock();
        try {
            if (choice == null) {
                choice = choose();
                LOG.info("Machines run by {}: {}", choice.driver().getClass().getSimpleName(), choice.reason());
            }
            return choice;
        } finally {
            lock.unlock();
        }
    }

    private Choice choose() {
        List<MachineFiles> there = machines.get();
        if (hasDisk(preferred, there)) {
            return new Choice(preferred, true, "");
        }
        if (hasDisk(other, there)) {
            return new Choice(other, false, "There are machines that were made this way.");
        }
        try {
            preferred.capabilities();
            return new Choice(preferred, true, "");
        } catch (VmException e) {
            VmProblem.Words words = e.problem().words();
            return new Choice(other, false, words.what() + " " + words.why());
        }
    }

    private static boolean hasDisk(VmDriver driver, List<MachineFiles> machines) {
        return machines.stream().anyMatch(files -> Files.exists(driver.dataDisk(files)));
    }

    /// Whether the preferred one was chosen; may take seconds the first time.
    public boolean isPreferred() {
        return choice().isPreferred();
    }

    /// Chooses again at the next need, for a user who has changed something.
    public void forget() {
        lock.lock();
        try {
            choice = null;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Capabilities capabilities() throws VmException {
        Choice chosen = choice();
        Capabilities can = chosen.driver().capabilities();
        return chosen.reason().isEmpty() ? can : can.because(chosen.reason() + " " + can.reason());
    }

    @Override
    public Path dataDisk(MachineFiles files) {
        return choice().driver().dataDisk(files);
    }

    @Override
    public GuestNetwork network() {
        return choice().driver().network();
    }

    @Override
    public void createDataDisk(MachineFiles files, long bytes) throws VmException {
        choice().driver().createDataDisk(files, bytes);
    }

    @Override
    public void growDataDisk(MachineFiles files, long bytes) throws VmException {
        choice().driver().growDataDisk(files, bytes);
    }

    @Override
    public void compactDataDisk(MachineFiles files, DiskProgress progress) throws VmException, InterruptedException {
        choice().driver().compactDataDisk(files, progress);
    }

    @Override
    public RunningVm launch(MachineConfig config, GuestImage image, MachineFiles files)
            throws VmException, InterruptedException {
        return choice().driver().launch(config, image, files);
    }

    @Override
    public Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) throws VmException {
        return choice().driver().adopt(config, files);
    }
}
