package io.quayside.vm.driver.hyperv;

import io.quayside.testing.command.Command;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.GuestNetwork;
import io.quayside.vm.driver.RoutedVm;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// As much of Hyper-V's machine as QEMU can be: UEFI firmware, the same three VHDX disks without serial numbers, two
/// serial lines, an address by DHCP. Only one machine, which ends with this process.
final class UefiQemu implements VmDriver {
    static final Path QEMU = Path.of("/usr/bin/qemu-system-x86_64");
    static final Path FIRMWARE = Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd");
    private static final Path VARIABLES = Path.of("/usr/share/OVMF/OVMF_VARS_4M.fd");

    @Nullable
    InetSocketAddress routed;

    private @Nullable Process process;

    @Override
    public Capabilities capabilities() {
        return new Capabilities("QEMU as Hyper-V", false, "For a test.", false, false, false);
    }

    @Override
    public Path dataDisk(MachineFiles files) {
        return files.hyperVDataDisk();
    }

    @Override
    public GuestNetwork network() {
        return GuestNetwork.DHCP;
    }

    @Override
    public void createDataDisk(MachineFiles files, long bytes) {
        Command.of("qemu-img", "create", "-q", "-f", "vhdx", dataDisk(files).toString(), bytes + "")
                .run()
                .orFail();
    }

    @Override
    public void growDataDisk(MachineFiles files, long bytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RunningVm launch(MachineConfig config, GuestImage image, MachineFiles files) throws VmException {
        ConfigDisk.write(files);
        Path variables = files.run().resolve("vars.fd");
        try {
            Files.copy(VARIABLES, variables);
            process = new ProcessBuilder(command(config, image.systemDisk(), files, variables))
                    .redirectErrorStream(true)
                    .redirectOutput(files.hypervisorLog().toFile())
                    .redirectInput(new File("/dev/null"))
                    .start();
            return new Running(process, files);
        } catch (IOException e) {
            throw StoreFailures.of(files.run(), e);
        }
    }

    private static List<String> command(MachineConfig config, Path system, MachineFiles files, Path variables) {
        return List.of(
                QEMU.toString(),
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-machine",
                "q35,vmport=off",
                "-accel",
                "tcg,thread=multi,tb-size=256",
                "-cpu",
                "max,erms=off,fsrm=off",
                "-smp",
                "2",
                "-m",
                "1024",
                "-drive",
                "if=pflash,format=raw,readonly=on,file=" + FIRMWARE,
                "-drive",
                "if=pflash,format=raw,file=" + variables,
                "-drive",
                "if=none,id=system,format=vhdx,readonly=on,file=" + system,
                "-device",
                "virtio-blk-pci,drive=system,bootindex=0",
                "-drive",
                "if=none,id=data,format=vhdx,file=" + files.hyperVDataDisk(),
                "-device",
                "virtio-blk-pci,drive=data",
                "-drive",
                "if=none,id=config,format=vhdx,readonly=on,file=" + files.hyperVConfigDisk(),
                "-device",
                "virtio-blk-pci,drive=config",
                "-netdev",
                "user,id=net,hostfwd=tcp:127.0.0.1:" + config.enginePort() + "-:2376",
                "-device",
                "virtio-net-pci,netdev=net,romfile=",
                "-device",
                "virtio-rng-pci",
                "-serial",
                "file:" + files.console(),
                "-serial",
                "unix:" + files.controlSocket() + ",server=on,wait=off");
    }

    @Override
    public Optional<RunningVm> adopt(MachineConfig config, MachineFiles files) {
        Process running = process;
        return running != null && running.isAlive() ? Optional.of(new Running(running, files)) : Optional.empty();
    }

    /// Ends the machine, whatever it does.
    void end() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
        }
    }

    /// QEMU's own network brings the engine's port to the loopback already, so that a route is only noted.
    private final class Running implements RoutedVm {
        private final Process qemu;
        private final MachineFiles files;

        Running(Process qemu, MachineFiles files) {
            this.qemu = qemu;
            this.files = files;
        }

        @Override
        public void route(int port, InetSocketAddress engine) {
            routed = engine;
        }

        @Override
        public long pid() {
            return qemu.pid();
        }

        @Override
        public boolean alive() {
            return qemu.isAlive();
        }

        @Override
        public boolean awaitEnd(Duration limit) throws InterruptedException {
            return qemu.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public ByteChannel connectControl() throws VmException {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (true) {
                try {
                    return SocketChannel.open(UnixDomainSocketAddress.of(files.controlSocket()));
                } catch (IOException e) {
                    if (!alive() || System.nanoTime() > end) {
                        throw new VmException(
                                new VmProblem.ConnectionLost(String.valueOf(e.getMessage()), List.of()), e);
                    }
                }
                Thread.onSpinWait();
            }
        }

        @Override
        public void pressPowerButton() {
            qemu.destroy();
        }

        @Override
        public void powerCut() {
            qemu.destroyForcibly();
        }

        @Override
        public void kill() {
            qemu.destroyForcibly();
        }

        @Override
        public void close() {}
    }
}
