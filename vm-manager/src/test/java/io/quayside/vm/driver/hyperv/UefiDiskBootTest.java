package io.quayside.vm.driver.hyperv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.Machines;
import io.quayside.vm.boot.OtherImage;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.Resources;
import io.quayside.vm.store.PrivateFiles;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The disk that Hyper-V would boot, under UEFI firmware in QEMU, with everything else as Hyper-V's guest has it: the
/// configuration on a disk, the control port on a serial line, no serial numbers of disks, and no power button.
@Tag("vm")
@Tag("vm-all")
class UefiDiskBootTest {
    private static final Logger LOG = LoggerFactory.getLogger(UefiDiskBootTest.class);
    private static final int LONG_LINE = 300_000;

    @Test
    void diskForHyperVBringsTheEngineUp() throws Exception {
        GuestImage image = OtherImage.open(
                Architecture.AMD64, "QUAYSIDE_VM_IMAGE_UEFI", GuestImage.SYSTEM_DISK, UefiQemu.QEMU, UefiQemu.FIRMWARE);
        AppDirs dirs =
                AppDirs.of(Optional.of(Files.createTempDirectory("qsuefi"))).create();
        UefiQemu driver = new UefiQemu();
        try (Machines machines = new Machines(dirs, new MachineControl(driver, image))) {
            machines.create("uefi", new Resources(2, 1024, 4), Map.of());
            LiveMachine machine = machines.start("uefi", StartListener.none());
            LOG.info("guest: {}", machine.guest().steps());
            assertEquals(new InetSocketAddress("10.0.2.15", 2376), driver.routed);
            try (Engine engine = EngineFactory.connect(machine.endpoint())) {
                assertEquals("amd64", engine.system().version().arch());
            }
            assertEquals(machine.config().name(), run(machine, "hostname").strip());
            // More than any buffer of a serial line holds.
            assertEquals(
                    LONG_LINE,
                    run(machine, "head -c " + LONG_LINE + " /dev/zero").length());
            endAsHyperVAsks(machine);
            assertEquals(MachineState.STOPPED, machines.inspect("uefi").state());
        } finally {
            driver.end();
            PrivateFiles.deleteTree(dirs.data().getParent());
        }
    }

    /// The kernel runs this program when the hypervisor asks for the end.
    private static void endAsHyperVAsks(LiveMachine machine) throws Exception {
        machine.link().connect(StreamTarget.exec(List.of("/sbin/poweroff")));
        assertTrue(machine.vm().awaitEnd(Duration.ofMinutes(1)));
    }

    private static String run(LiveMachine machine, String script) throws Exception {
        try (GuestStream stream = machine.link().connect(StreamTarget.exec(List.of("/bin/sh", "-c", script)))) {
            stream.endOutput();
            return new String(stream.input().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
