package io.quayside.vm.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.Machines;
import io.quayside.vm.driver.qemu.Accelerator;
import io.quayside.vm.driver.qemu.HostSystem;
import io.quayside.vm.driver.qemu.QemuSetup;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.Resources;
import io.quayside.vm.store.PrivateFiles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The image for ARM on the machine that a Mac would give it, with its instructions translated.
@Tag("vm")
@Tag("vm-all")
class Arm64BootTest {
    private static final Logger LOG = LoggerFactory.getLogger(Arm64BootTest.class);

    @Test
    void engineOnArmAnswers() throws Exception {
        GuestImage image = OtherImage.open(
                Architecture.ARM64,
                "QUAYSIDE_VM_IMAGE_ARM64",
                GuestImage.KERNEL,
                Path.of("/usr/bin/qemu-system-aarch64"));
        AppDirs dirs = RealVm.folder();
        QemuSetup setup = new QemuSetup(
                HostSystem.LINUX, QemuSetup.usualFolders(HostSystem.LINUX, ""), Optional.of(Accelerator.TCG));
        MachineControl control =
                new MachineControl(setup.driver(image, dirs.state().resolve("probe.log")), image);
        try (Machines machines = new Machines(dirs, control)) {
            machines.create("arm", new Resources(2, 1024, 4), Map.of());
            LiveMachine machine = machines.start("arm", StartListener.none());
            LOG.info("guest: {}", machine.guest().steps());
            try (Engine engine = EngineFactory.connect(machine.endpoint())) {
                assertEquals("arm64", engine.system().version().arch());
            }
            assertEquals("aarch64", GuestEngine.inGuest(machine, "uname -m"));
            assertTrue(machine.guest().info().memoryTotalBytes() > 900L << 20);
            machines.stop("arm");
            assertEquals(MachineState.STOPPED, machines.inspect("arm").state());
        } finally {
            PrivateFiles.deleteTree(dirs.data().getParent());
        }
    }
}
