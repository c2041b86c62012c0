package io.quayside.vm.driver.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.Machines;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.Resources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QemuOnDemandTest {
    @TempDir
    Path folder;

    /// Counts its starts; a test of the accelerator works.
    private QemuOnDemand driver() throws Exception {
        Path program =
                folder.resolve(architecture() == Architecture.AMD64 ? "qemu-system-x86_64" : "qemu-system-aarch64");
        Files.writeString(program, """
                #!/bin/sh
                if [ "$1" = --version ]; then echo "QEMU emulator version 9.2.0"; exit; fi
                echo test >> '%s/tests'
                echo '[ 0.3] quayside: probe'
                """.formatted(folder));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        QemuSetup setup = new QemuSetup(HostSystem.MACOS, List.of(folder), Optional.empty());
        GuestImage image = new GuestImage(folder, "recipe", architecture(), "6.12", Map.of());
        return new QemuOnDemand(setup, () -> image, folder);
    }

    private static Architecture architecture() {
        return System.getProperty("os.arch", "").equals("aarch64") ? Architecture.ARM64 : Architecture.AMD64;
    }

    @Test
    void testIsRememberedByTheNextProcessUntilItIsForgotten() throws Exception {
        assertTrue(driver().capabilities().accelerated());
        QemuOnDemand later = driver();
        assertEquals("A test start with HVF worked.", later.capabilities().reason());
        assertEquals(1, Files.readAllLines(folder.resolve("tests")).size());

        later.forget();
        assertTrue(later.capabilities().accelerated());
        assertEquals(2, Files.readAllLines(folder.resolve("tests")).size());
    }

    @Test
    void machineIsMadeListedAndDeletedWithoutQemuAndImage() throws Exception {
        QemuSetup nothing = new QemuSetup(HostSystem.LINUX, List.of(), Optional.empty());
        VmProblem missing = new VmProblem.ImageUnusable(folder, "there is none.");
        QemuOnDemand driver = new QemuOnDemand(
                nothing,
                () -> {
                    throw new VmException(missing);
                },
                folder);
        AppDirs dirs = AppDirs.of(Optional.of(folder.resolve("q"))).create();
        try (Machines machines = new Machines(dirs, new MachineControl(driver, architecture(), () -> {
            throw new VmException(missing);
        }))) {
            machines.create("dev", new Resources(1, 512, 1), Map.of());
            assertEquals(
                    List.of(MachineState.STOPPED),
                    machines.list().stream().map(status -> status.state()).toList());
            VmException failure = assertThrows(VmException.class, () -> machines.start("dev", StartListener.none()));
            assertEquals(missing, failure.problem());
            machines.delete("dev");
            assertEquals(List.of(), machines.list());
        }
    }
}
