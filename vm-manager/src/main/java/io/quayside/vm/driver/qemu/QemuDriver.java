package io.quayside.vm.driver.qemu;

import io.quayside.engine.platform.AtomicFile;
import io.quayside.engine.process.ProcessIdentity;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs machines by QEMU.
public final class QemuDriver implements VmDriver {
    private static final Logger LOG = LoggerFactory.getLogger(QemuDriver.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final QemuProbe probe;

    QemuDriver(QemuProbe probe) {
        this.probe = probe;
        LOG.info("QEMU {} with {}: {}", probe.version(), probe.accelerator(), probe.reason());
    }

    @Override
    public Capabilities capabilities() {
        String accelerator = probe.accelerator() == Accelerator.TCG
                ? "without acceleration"
                : "with " + probe.accelerator().name();
        return new Capabilities(
                "QEMU " + probe.version() + " " + accelerator,
                probe.accelerator() != Accelerator.TCG,
                probe.reason(),
                true,
                probe.host() != HostSystem.WINDOWS,
                probe.host() != HostSystem.WINDOWS);
    }

    @Override
    public void createDataDisk(MachineFiles files, long bytes) throws VmException {
        createDisk(files, bytes);
    }

    static void createDisk(MachineFiles files, long bytes) throws VmException {
        try {
            PrivateFiles.createSparse(files.dataDisk(), bytes);
        } catch (IOException e) {
            throw StoreFailures.of(files.dataDisk(), e);
        }
    }

    @Override
    public void growDataDisk(MachineFiles files, long bytes) throws VmException {
        growDisk(files, bytes);
    }

    static void growDisk(MachineFiles files, long bytes) throws VmException {
        try (FileChannel disk = FileChannel.open(files.dataDisk(), StandardOpenOption.WRITE)) {
            if (disk.size() < bytes) {
                disk.write(ByteBuffer.allocate(1), bytes - 1);
            }
        } catch (IOException e) {
            throw StoreFailures.of(files.dataDisk(), e);
        }
    }

    @Override
    public RunningVm launch(MachineConfig config, GuestImage image, MachineFiles files)
            throws VmException, InterruptedException {
        files.checkSocketPaths();
        QemuVm vm = start(QemuCommand.from(config, image, files, probe), files);
        try {
            vm.awaitAnswer(CONNECT);
            return vm;
        } catch (VmException e) {
            List<String> words = words(files);
            vm.kill();
            throw words.isEmpty() ? e : new VmException(new VmProblem.Ended("start of QEMU", words), e);
        } catch (InterruptedException e) {
            vm.kill();
            throw e;
        }
    }

    private QemuVm start(List<String> command, MachineFiles files) throws VmException {
        LOG.debug("{}", command);
        ProcessHandle process = null;
        try {
            Files.deleteIfExists(files.qmpSocket());
            Files.deleteIfExists(files.controlSocket());
            process = DetachedProcess.start(command, files.run(), files.hypervisorLog());
            Optional<ProcessIdentity> identity = ProcessIdentity.of(process.pid());
            if (identity.isPresent()) {
                AtomicFile.write(files.process(), identity.get().toText() + "\n");
            }
            return new QemuVm(process, files);
        } catch (IOException e) {
            if (process != null) {
                process.destroyForcibly();
            }
            throw StoreFailures.of(files.run(), e);
        }
    }

    private static List<String> words(MachineFiles files) {
        try {
            return Files.readAllLines(files.hypervisorLog());
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) throws VmException {
        return findRunning(files);
    }

    static Optional<RunningVm> findRunning(MachineFiles files) throws VmException {
        try {
            Optional<ProcessHandle> process = recorded(files.process());
            if (process.isPresent()) {
                return Optional.of(new QemuVm(process.get(), files));
            }
            for (Path leftover : List.of(files.process(), files.qmpSocket(), files.controlSocket())) {
                Files.deleteIfExists(leftover);
            }
            return Optional.empty();
        } catch (IOException e) {
            throw StoreFailures.of(files.run(), e);
        }
    }

    /// The recorded process, if it is still there.
    private static Optional<ProcessHandle> recorded(Path file) throws IOException {
        try {
            return ProcessIdentity.parse(Files.readString(file)).flatMap(ProcessIdentity::find);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// The name of an accelerator as people write it in settings.
    public static Optional<Accelerator> named(String text) {
        for (Accelerator accelerator : Accelerator.values()) {
            if (accelerator.name().equals(text.toUpperCase(Locale.ROOT))) {
                return Optional.of(accelerator);
            }
        }
        return Optional.empty();
    }
}
