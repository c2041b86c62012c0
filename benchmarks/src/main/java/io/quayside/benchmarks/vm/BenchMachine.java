package io.quayside.benchmarks.vm;

import io.quayside.benchmarks.NotMeasuredException;
import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.Machines;
import io.quayside.vm.driver.qemu.Accelerator;
import io.quayside.vm.driver.qemu.HostSystem;
import io.quayside.vm.driver.qemu.QemuSetup;
import io.quayside.vm.error.VmException;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import io.quayside.vm.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A machine of two processors and 1 GiB in a folder of its own, deleted when closed. It runs without acceleration
/// everywhere, so that figures of two computers can be compared.
final class BenchMachine implements AutoCloseable {
    private static final String NAME = "bench";

    private final Path folder;
    private final Machines machines;

    private BenchMachine(Path folder, Machines machines) {
        this.folder = folder;
        this.machines = machines;
    }

    /// The image that `vm-manager/guest/build-image` made.
    static GuestImage image() throws NotMeasuredException {
        String given = System.getenv("QUAYSIDE_VM_IMAGE");
        String cache = System.getenv("XDG_CACHE_HOME");
        Path usual = (cache == null ? Path.of(System.getProperty("user.home", "."), ".cache") : Path.of(cache))
                .resolve("quayside/guest-image/amd64");
        try {
            return GuestImage.open(given == null ? usual : Path.of(given), Architecture.AMD64);
        } catch (VmException e) {
            throw new NotMeasuredException(e.getMessage() + " Make it with vm-manager/guest/build-image.");
        }
    }

    static BenchMachine create() throws IOException, InterruptedException, NotMeasuredException {
        return create(Files.createTempDirectory("qsbench"), List.of(), List.of());
    }

    /// One that shares a folder, and another one by QEMU's own server, with the tag `peer`.
    static BenchMachine sharing(Path ours, Path peer) throws IOException, InterruptedException, NotMeasuredException {
        Path folder = Files.createTempDirectory("qsbench");
        Path programs = Files.createDirectory(folder.resolve("programs"));
        Path program = programs.resolve("qemu-system-x86_64");
        Files.writeString(
                program,
                "#!/bin/sh\n[ \"$1\" = --version ] || set -- \"$@\" -virtfs local,path=" + peer
                        + ",mount_tag=peer,security_model=none,multidevs=remap\n"
                        + "PATH=${PATH#" + programs + ":}\nexec /usr/bin/qemu-system-x86_64 \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return create(folder, List.of(programs), List.of(Share.of(ours, false)));
    }

    private static BenchMachine create(Path folder, List<Path> programs, List<Share> shares)
            throws IOException, InterruptedException, NotMeasuredException {
        GuestImage image = image();
        AppDirs dirs = AppDirs.of(Optional.of(folder)).create();
        List<Path> searched = new ArrayList<>(programs);
        searched.addAll(QemuSetup.usualFolders(HostSystem.LINUX, System.getenv().getOrDefault("PATH", "")));
        QemuSetup setup = new QemuSetup(HostSystem.LINUX, searched, Optional.of(Accelerator.TCG));
        try {
            MachineControl control =
                    new MachineControl(setup.driver(image, dirs.state().resolve("probe.log")), image);
            Machines machines = new Machines(dirs, control);
            machines.create(NAME, new Resources(2, 1024, 8), Map.of());
            machines.setShares(NAME, shares);
            return new BenchMachine(folder, machines);
        } catch (VmException e) {
            PrivateFiles.deleteTree(folder);
            throw new NotMeasuredException(String.valueOf(e.getMessage()));
        }
    }

    LiveMachine start() throws VmException, InterruptedException {
        return machines.start(NAME, StartListener.none());
    }

    void stop() throws VmException, InterruptedException {
        machines.stop(NAME);
    }

    @Override
    public void close() throws IOException {
        machines.connected(NAME).ifPresent(machine -> machine.vm().kill());
        machines.close();
        PrivateFiles.deleteTree(folder);
    }
}
