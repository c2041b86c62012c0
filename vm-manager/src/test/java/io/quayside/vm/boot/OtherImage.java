package io.quayside.vm.boot;

import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Images beside the one that most tests boot: for another processor, and with a disk for UEFI firmware.
/// They take minutes to build and to boot, so tests on them are skipped, with the reason, where an image or
/// program is missing; with `QUAYSIDE_REQUIRE_VM_ALL` they fail then. `./verify` builds the images if
/// `QUAYSIDE_VM_ALL` is set.
public final class OtherImage {
    private OtherImage() {}

    /// The image in the folder that the variable names, else in the cache.
    public static GuestImage open(Architecture architecture, String variable, String needed, Path... programs)
            throws Exception {
        String given = System.getenv(variable);
        Path folder = given != null ? Path.of(given) : RealVm.imageFolder().resolveSibling(architecture.id());
        if (!Files.exists(folder.resolve("manifest.json")) || !Files.exists(folder.resolve(needed))) {
            unavailable("no " + needed + " in " + folder + "; see vm-manager/guest/README.md");
        }
        for (Path program : programs) {
            if (!Files.exists(program)) {
                unavailable(program + " isn't installed");
            }
        }
        return GuestImage.open(folder, architecture);
    }

    private static void unavailable(String reason) {
        if (System.getenv("QUAYSIDE_REQUIRE_VM_ALL") != null) {
            Assertions.fail(reason);
        }
        Assumptions.abort(reason);
    }
}
