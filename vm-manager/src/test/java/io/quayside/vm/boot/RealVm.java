package io.quayside.vm.boot;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.Machines;
import io.quayside.vm.driver.qemu.Accelerator;
import io.quayside.vm.driver.qemu.HostSystem;
import io.quayside.vm.driver.qemu.QemuDriver;
import io.quayside.vm.driver.qemu.QemuSetup;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.model.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// What tests on a real machine need: QEMU, and the image that `vm-manager/guest/build-image` makes. Where
/// they are missing, the tests are skipped with the reason, or fail if `QUAYSIDE_REQUIRE_VM` is set.
/// Machines run without acceleration, so that the tests are the same everywhere.
final class RealVm {
    private RealVm() {}

    static Path imageFolder() {
        String given = System.getenv("QUAYSIDE_VM_IMAGE");
        if (given != null) {
            return Path.of(given);
        }
        String cache = System.getenv("XDG_CACHE_HOME");
        Path folder = cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return folder.resolve("quayside/guest-image/amd64");
    }

    /// The image, or the end of the test.
    static GuestImage image() throws Exception {
        Path folder = imageFolder();
        if (!Files.exists(folder.resolve("manifest.json"))) {
            unavailable("no guest image in " + folder + "; make one with vm-manager/guest/build-image");
        }
        if (!Files.isExecutable(Path.of("/usr/bin/qemu-system-x86_64"))) {
            unavailable("QEMU isn't installed; it is in the package qemu-system-x86");
        }
        return GuestImage.open(folder, Architecture.AMD64);
    }

    static Machines machines(AppDirs dirs) throws Exception {
        return machines(dirs, dirs.data().resolve("docker"));
    }

    /// @param dockerFolder where docker's command line keeps its contexts, which isn't the tester's own
    static Machines machines(AppDirs dirs, Path dockerFolder) throws Exception {
        GuestImage image = image();
        QemuSetup setup = new QemuSetup(
                HostSystem.LINUX,
                QemuSetup.usualFolders(HostSystem.LINUX, System.getenv("PATH")),
                Optional.of(Accelerator.TCG));
        QemuDriver driver = setup.driver(image, dirs.create().state().resolve("probe.log"));
        return new Machines(dirs, new MachineControl(driver, image), dockerFolder);
    }

    /// A folder with a short name, because sockets have to fit in.
    static AppDirs folder() throws IOException {
        return AppDirs.of(Optional.of(Files.createTempDirectory("qsvm"))).create();
    }

    private static void unavailable(String reason) {
        if (System.getenv("QUAYSIDE_REQUIRE_VM") != null) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
    }
}
