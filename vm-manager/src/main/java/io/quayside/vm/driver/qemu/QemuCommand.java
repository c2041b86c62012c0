package io.quayside.vm.driver.qemu;

import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.security.MachineKeys;
import io.quayside.vm.store.MachineFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// QEMU's command line: a pure function of what the machine is, where its files are, and what was found out
/// about QEMU.
public final class QemuCommand {
    /// The name of the port that the program in the guest looks for.
    static final String CONTROL_PORT = "io.quayside.control";

    /// Smaller caches of translated code make containers start slower; larger ones gain nothing.
    private static final int TRANSLATION_CACHE_MB = 256;

    private final List<String> line = new ArrayList<>();
    private final QemuProbe probe;

    private QemuCommand(QemuProbe probe) {
        this.probe = probe;
        line.add(probe.program().toString());
    }

    /// The whole command line, the program first.
    public static List<String> from(MachineConfig config, GuestImage image, MachineFiles files, QemuProbe probe) {
        QemuCommand command = new QemuCommand(probe);
        command.add("-name", "quayside-" + config.name());
        command.add("-nodefaults", "-no-user-config", "-display", "none");
        command.machine();
        command.add("-smp", String.valueOf(config.resources().cpus()));
        command.add("-m", String.valueOf(config.resources().memoryMiB()));
        command.add("-kernel", image.file(GuestImage.KERNEL).toString());
        command.add("-initrd", image.file(GuestImage.INITRD).toString());
        command.add("-append", command.kernelCommandLine(""));
        command.disks(image, files);
        command.network(config);
        command.devices();
        command.channels(files);
        command.hostFiles(files);
        return List.copyOf(command.line);
    }

    /// The command line of a test of the accelerator: the same machine without disks; its initial RAM disk powers it
    /// off.
    static List<String> probe(GuestImage image, QemuProbe probe) {
        QemuCommand command = new QemuCommand(probe);
        command.add("-nodefaults", "-no-user-config", "-display", "none");
        command.machine();
        command.add("-smp", "1", "-m", "256", "-no-reboot");
        command.add("-kernel", image.file(GuestImage.KERNEL).toString());
        command.add("-initrd", image.file(GuestImage.INITRD).toString());
        command.add("-append", command.kernelCommandLine(" quayside.probe"));
        command.add("-serial", "stdio");
        return List.copyOf(command.line);
    }

    private void add(String... words) {
        line.addAll(List.of(words));
    }

    private void machine() {
        String type = probe.architecture() == Architecture.AMD64 ? "q35,vmport=off" : "virt";
        // QEMU's own interrupt controller: the one of Windows loses interrupts ("injection failed"). On ARM there is no
        // other than that of Windows, and QEMU refuses to start with its own.
        String accelerator = switch (probe.accelerator()) {
            case KVM -> "kvm";
            case HVF -> "hvf";
            case WHPX -> probe.architecture() == Architecture.AMD64 ? "whpx,kernel-irqchip=off" : "whpx";
            case TCG -> "tcg,thread=multi,tb-size=" + TRANSLATION_CACHE_MB;
        };
        add("-machine", type, "-accel", accelerator, "-cpu", processor());
    }

    private String processor() {
        boolean amd64 = probe.architecture() == Architecture.AMD64;
        return switch (probe.accelerator()) {
            case KVM -> "host";
            // Guests stop at start-up on some Intel Macs when 1 GiB pages are announced.
            case HVF -> amd64 ? "host,-pdpe1gb" : "host";
            // "host" isn't known there, and "max" hangs in the firmware.
            case WHPX -> amd64 ? "qemu64" : "host";
            // TCG repeats string instructions byte by byte. Without these two marks Linux copies eight at a time.
            case TCG -> amd64 ? "max,erms=off,fsrm=off" : "cortex-a72";
        };
    }

    private String kernelCommandLine(String more) {
        String console = probe.architecture() == Architecture.AMD64 ? "ttyS0" : "ttyAMA0";
        return "console=" + console + " quiet loglevel=5 panic=5 mitigations=off random.trust_cpu=on" + more;
    }

    private void disks(GuestImage image, MachineFiles files) {
        add("-drive", "if=none,id=root,format=raw,readonly=on,file=" + quoted(image.file(GuestImage.ROOT)));
        add("-device", "virtio-blk-pci,drive=root,serial=qsroot");
        add(
                "-drive",
                "if=none,id=data,format=raw,discard=unmap,detect-zeroes=unmap,cache=writeback,file="
                        + quoted(files.dataDisk()));
        add("-device", "virtio-blk-pci,drive=data,serial=qsdata");
    }

    private void network(MachineConfig config) {
        add("-netdev", "user,id=net,hostfwd=tcp:127.0.0.1:" + config.enginePort() + "-:2376");
        add("-device", "virtio-net-pci,netdev=net,romfile=");
    }

    private void devices() {
        add("-device", "virtio-rng-pci");
        add("-device", "virtio-balloon-pci,id=balloon,free-page-reporting=on,deflate-on-oom=on");
    }

    private void channels(MachineFiles files) {
        // With as many ports as it usually has, the guest looks at 64 queues at each interrupt.
        add("-device", "virtio-serial-pci,max_ports=2,vectors=7");
        add("-chardev", "socket,id=control,server=on,wait=off,path=" + quoted(files.controlSocket()));
        add("-device", "virtserialport,chardev=control,name=" + CONTROL_PORT);
        add("-serial", "file:" + quoted(files.console()));
        add("-qmp", "unix:" + quoted(files.qmpSocket()) + ",server=on,wait=off");
    }

    private void hostFiles(MachineFiles files) {
        MachineKeys keys = new MachineKeys(files.keys());
        hostFile("config.json", files.guestConfig());
        hostFile("ca.pem", keys.authority());
        hostFile("server-cert.pem", keys.engineCertificate());
        hostFile("server-key.pem", keys.engineKey());
    }

    private void hostFile(String name, Path file) {
        add("-fw_cfg", "name=opt/io.quayside/" + name + ",file=" + quoted(file));
    }

    /// QEMU ends a value at a comma; a doubled one is part of it.
    private static String quoted(Path path) {
        return path.toString().replace(",", ",,");
    }
}
