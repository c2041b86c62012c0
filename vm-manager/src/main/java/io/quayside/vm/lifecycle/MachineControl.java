package io.quayside.vm.lifecycle;

import io.quayside.vm.disk.DiskFile;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.disk.DiskSize;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.disk.SparseFile;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.ResizableVm;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.image.ImageSource;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.MachineOptions;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import io.quayside.vm.security.MachineKeys;
import io.quayside.vm.store.ConfigFile;
import io.quayside.vm.store.DataDisk;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.MachineLock;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/// Everything that changes a machine, each under the machine's lock.
public final class MachineControl {
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private final VmDriver driver;
    private final Architecture architecture;
    private final ImageSource image;

    public MachineControl(VmDriver driver, GuestImage image) {
        this(driver, image.architecture(), () -> image);
    }

    /// @param image opened at each start, so that a machine is known and stopped without
    public MachineControl(VmDriver driver, Architecture architecture, ImageSource image) {
        this.driver = driver;
        this.architecture = architecture;
        this.image = image;
    }

    /// What the hypervisor can do here; may take seconds the first time.
    public Capabilities capabilities() throws VmException {
        return driver.capabilities();
    }

    /// Makes a machine, or nothing at all. A data disk that is there already, of a machine whose
    /// configuration was lost or can't be read, is kept and used; it becomes as large as asked for, never
    /// smaller.
    public MachineConfig create(MachineFiles files, String name, Resources resources, Map<String, Object> daemon)
            throws VmException {
        if (!MachineConfig.isName(name)) {
            throw new VmException(new VmProblem.BadName(name));
        }
        try (MachineLock _ = MachineLock.take(files, name);
                UndoStack undo = new UndoStack()) {
            boolean broken = isBroken(files, name);
            files.checkSocketPaths();
            MachineConfig config =
                    new MachineConfig(name, architecture, atLeastTheDisk(files, resources), FreePort.find(), daemon);
            boolean fresh = !Files.exists(files.folder());
            if (fresh) {
                undo.push(() -> PrivateFiles.deleteTree(files.folder()));
            }
            createFolder(files);
            new MachineKeys(files.keys()).create();
            if (!Files.exists(driver.dataDisk(files))) {
                undo.push(() -> Files.deleteIfExists(driver.dataDisk(files)));
                driver.createDataDisk(files, resources.diskBytes());
            } else if (!DataDisk.isInUse(driver.dataDisk(files))) {
                driver.growDataDisk(files, config.resources().diskBytes());
            } else {
                throw new VmException(new VmProblem.DiskInUse(driver.dataDisk(files)));
            }
            if (broken) {
                Files.copy(files.config(), files.brokenConfig(), StandardCopyOption.REPLACE_EXISTING);
            }
            ConfigFile.write(files.config(), config);
            undo.keep();
            return config;
        } catch (IOException e) {
            throw StoreFailures.of(files.folder(), e);
        }
    }

    /// Whether there is a configuration that says nothing. One that can be read, or that a newer Quayside
    /// wrote, is a machine.
    private static boolean isBroken(MachineFiles files, String name) throws VmException {
        if (!Files.exists(files.config())) {
            return false;
        }
        try {
            ConfigFile.read(files.config());
        } catch (VmException e) {
            if (e.problem() instanceof VmProblem.ConfigBroken) {
                return true;
            }
            throw e;
        }
        throw new VmException(new VmProblem.AlreadyExists(name));
    }

    private Resources atLeastTheDisk(MachineFiles files, Resources wanted) throws IOException {
        Path disk = driver.dataDisk(files);
        long have = Files.exists(disk) ? DiskSize.of(disk) : 0;
        int gib = Math.toIntExact((have + (1L << 30) - 1) >> 30);
        return gib > wanted.diskGiB() ? new Resources(wanted.cpus(), wanted.memoryMiB(), gib) : wanted;
    }

    private static void createFolder(MachineFiles files) throws VmException {
        try {
            PrivateFiles.createFolder(files.folder());
        } catch (IOException e) {
            throw StoreFailures.of(files.folder(), e);
        }
    }

    /// Starts the machine, or connects to it if it runs.
    public LiveMachine start(
            MachineFiles files, MachineConfig wanted, StartListener listener, BiConsumer<String, JsonNode> onEvent)
            throws VmException, InterruptedException {
        try (MachineLock _ = MachineLock.take(files, wanted.name())) {
            MachineConfig config = withFreePort(files, wanted);
            boolean runs = driver.adopt(config, files).isPresent();
            // Nothing is looked for or tested to connect to a machine that runs.
            StartLimits limits = runs ? StartLimits.LONGEST : StartLimits.of(driver.capabilities());
            return new StartSequence(driver, image, limits, onEvent).run(config, files, listener);
        }
    }

    /// The port was free when the machine was made; if somebody has taken it since, the machine gets
    /// another one.
    private MachineConfig withFreePort(MachineFiles files, MachineConfig config) throws VmException {
        if (driver.adopt(config, files).isPresent() || FreePort.isFree(config.enginePort())) {
            return config;
        }
        MachineConfig moved = config.withEnginePort(FreePort.find());
        ConfigFile.write(files.config(), moved);
        return moved;
    }

    /// Stops the machine if it runs.
    ///
    /// @param live the connection that this process has to it, if any; it is closed
    public void stop(MachineFiles files, MachineConfig config, Optional<LiveMachine> live)
            throws VmException, InterruptedException {
        try (MachineLock _ = MachineLock.take(files, config.name())) {
            Optional<RunningVm> running = driver.adopt(config, files);
            if (running.isPresent()) {
                wake(running.get(), files, live);
                stop(running.get(), live.map(LiveMachine::guest), files, config.name());
                driver.adopt(config, files); // removes what the ended machine leaves
            }
        } finally {
            live.ifPresent(LiveMachine::close);
        }
    }

    /// A guest that sleeps can't be asked to end.
    private static void wake(RunningVm vm, MachineFiles files, Optional<LiveMachine> live)
            throws VmException, InterruptedException {
        if (live.isPresent()) {
            live.get().wakefulness().resume();
        } else {
            MachineSleeper.wakeLeftAsleep(vm, files);
        }
    }

    private static void stop(RunningVm vm, Optional<Guest> known, MachineFiles files, String name)
            throws VmException, InterruptedException {
        try (vm) {
            if (known.isPresent()) {
                StopSequence.run(vm, known);
                return;
            }
            stopByAnother(vm, files, name);
        }
    }

    /// While another process is connected to the guest, only the power button is left; the guest does the
    /// same then.
    private static void stopByAnother(RunningVm vm, MachineFiles files, String name)
            throws VmException, InterruptedException {
        try (MachineLock _ = MachineLock.takeLink(files, name)) {
            Optional<Guest> guest = reach(vm);
            StopSequence.run(vm, guest);
            guest.ifPresent(Guest::close);
        } catch (VmException e) {
            if (!(e.problem() instanceof VmProblem.ConnectedElsewhere)) {
                throw e;
            }
            StopSequence.run(vm, Optional.empty());
        }
    }

    private static Optional<Guest> reach(RunningVm vm) throws InterruptedException {
        try {
            return Optional.of(guest(vm));
        } catch (VmException e) {
            return Optional.empty();
        }
    }

    private static Guest guest(RunningVm vm) throws VmException, InterruptedException {
        return GuestConnection.open(vm, (name, data) -> {}, Duration.ofSeconds(10));
    }

    /// A connection to the guest of a running machine for a short errand; the caller closes it. There can
    /// be only one at a time.
    ///
    /// @throws VmException if it doesn't run, or another process is connected to it
    public Guest reach(MachineFiles files, MachineConfig config) throws VmException, InterruptedException {
        Optional<RunningVm> running = driver.adopt(config, files);
        if (running.isEmpty()) {
            throw new VmException(new VmProblem.NotRunning(config.name()));
        }
        try (RunningVm vm = running.get()) {
            return guest(vm);
        }
    }

    /// Deletes the machine with its images, containers and volumes. It must be stopped.
    public void delete(MachineFiles files, String name, Optional<MachineConfig> config) throws VmException {
        try (MachineLock _ = MachineLock.take(files, name)) {
            if (config.isPresent() && driver.adopt(config.get(), files).isPresent()) {
                throw new VmException(new VmProblem.StillInUse(name));
            }
            // Also where nothing says any more which process it is.
            if (DataDisk.isInUse(driver.dataDisk(files))) {
                throw new VmException(new VmProblem.DiskInUse(driver.dataDisk(files)));
            }
            new DiskFile(driver.dataDisk(files)).delete();
            PrivateFiles.deleteTree(files.folder());
            PrivateFiles.deleteTree(files.run());
            PrivateFiles.deleteTree(files.logs());
        } catch (IOException e) {
            throw StoreFailures.of(files.folder(), e);
        }
    }

    /// Changes what the machine may use. The disk grows at once if the machine runs and its hypervisor can;
    /// it never shrinks. Processors and memory change with the next start.
    public MachineConfig resize(MachineFiles files, String name, Resources wanted, Optional<LiveMachine> live)
            throws VmException, InterruptedException {
        try (MachineLock _ = MachineLock.take(files, name)) {
            MachineConfig config = ConfigFile.read(files.config());
            if (wanted.diskGiB() < config.resources().diskGiB()) {
                throw new VmException(
                        new VmProblem.DiskCannotShrink(config.resources().diskGiB(), wanted.diskGiB()));
            }
            MachineConfig changed = config.withResources(wanted);
            if (wanted.diskGiB() > config.resources().diskGiB()) {
                growDisk(files, changed, live);
            }
            ConfigFile.write(files.config(), changed);
            return changed;
        }
    }

    /// Gives blocks of the data disk that nobody uses back to the host: while the machine runs the guest
    /// names them, else the driver cuts out what it can tell.
    public ShrinkReport shrink(
            MachineFiles files, MachineConfig config, Optional<LiveMachine> live, DiskProgress progress)
            throws VmException, InterruptedException {
        Path disk = driver.dataDisk(files);
        try (MachineLock _ = MachineLock.take(files, config.name())) {
            long before = SparseFile.allocated(disk);
            if (live.isPresent()) {
                live.get().wakefulness().resume();
                long trimmed = live.get().guest().trim();
                long used = live.get().guest().info().diskUsedBytes();
                return new ShrinkReport(used, trimmed, before, SparseFile.allocated(disk));
            }
            needStopped(files, config);
            driver.compactDataDisk(files, progress);
            return new ShrinkReport(0, 0, before, SparseFile.allocated(disk));
        } catch (IOException e) {
            throw StoreFailures.of(disk, e);
        }
    }

    /// Moves the data disk of a stopped machine into another folder; into the machine's own brings it back.
    ///
    /// @return where the disk is now
    public Path moveDisk(MachineFiles files, MachineConfig config, Path folder, DiskProgress progress)
            throws VmException, InterruptedException {
        try (MachineLock _ = MachineLock.take(files, config.name())) {
            needStopped(files, config);
            DiskFile disk = new DiskFile(driver.dataDisk(files));
            String own = String.valueOf(disk.place().getFileName());
            return disk.moveTo(folder, "quayside-" + config.name() + own.substring(own.lastIndexOf('.')), progress);
        }
    }

    private void needStopped(MachineFiles files, MachineConfig config) throws VmException {
        if (driver.adopt(config, files).isPresent()) {
            throw new VmException(new VmProblem.StillInUse(config.name()));
        }
        if (!Files.exists(driver.dataDisk(files))) {
            throw new VmException(new VmProblem.DiskMissing(driver.dataDisk(files)));
        }
    }

    /// Changes how the machine behaves, from now or from its next start on.
    public MachineConfig change(MachineFiles files, String name, UnaryOperator<MachineOptions> change)
            throws VmException {
        try (MachineLock _ = MachineLock.take(files, name)) {
            MachineConfig config = ConfigFile.read(files.config());
            MachineConfig changed = config.withOptions(change.apply(config.options()));
            ConfigFile.write(files.config(), changed);
            return changed;
        }
    }

    private void growDisk(MachineFiles files, MachineConfig changed, Optional<LiveMachine> live)
            throws VmException, InterruptedException {
        if (live.isPresent() && live.get().vm() instanceof ResizableVm vm) {
            vm.growDataDisk(changed.resources().diskBytes());
            follow(live.get().guest(), changed.resources().diskBytes());
        } else if (driver.adopt(changed, files).isPresent()) {
            throw new VmException(new VmProblem.StillInUse(changed.name()));
        } else {
            driver.growDataDisk(files, changed.resources().diskBytes());
        }
    }

    /// Keeps which folders the machine is to see.
    public MachineConfig setShares(MachineFiles files, String name, List<Share> wanted) throws VmException {
        for (Share share : wanted) {
            for (Share other : wanted) {
                if (!share.equals(other) && share.overlaps(other)) {
                    throw new VmException(new VmProblem.ShareRefused(
                            share.hostFolder().toString(),
                            "In the machine it would be inside of " + other.guestPath() + ", or the other way round."));
                }
            }
        }
        try (MachineLock _ = MachineLock.take(files, name)) {
            MachineConfig changed = ConfigFile.read(files.config()).withShares(wanted);
            ConfigFile.write(files.config(), changed);
            return changed;
        }
    }

    /// The guest hears of its larger disk a moment after the hypervisor has made it.
    private static void follow(Guest guest, long diskBytes) throws VmException, InterruptedException {
        long end = System.nanoTime() + NOTICED.toNanos();
        long have = guest.growFileSystem();
        // The file system's own tables take less than that.
        while (diskBytes > have + have / 16 + (64L << 20)) {
            if (System.nanoTime() > end) {
                throw new VmException(new VmProblem.RequestRefused(
                        "resize", "The disk still has " + (have >> 20) + " MiB there. It grows at the next start."));
            }
            Thread.sleep(100);
            have = guest.growFileSystem();
        }
    }

    /// The data disk in the machine's folder: the file itself, or a link to where it was moved.
    public Path dataDisk(MachineFiles files) {
        return driver.dataDisk(files);
    }

    /// The running machine, if there is one; nothing is started.
    public Optional<RunningVm> running(MachineFiles files, MachineConfig config) throws VmException {
        return driver.adopt(config, files);
    }
}
