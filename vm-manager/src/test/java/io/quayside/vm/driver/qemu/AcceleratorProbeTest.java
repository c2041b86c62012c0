package io.quayside.vm.driver.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The probe with programs in QEMU's place that do what accelerators do: work, refuse, hang.
class AcceleratorProbeTest {
    @TempDir
    Path folder;

    private QemuProbe probe(String script, Duration limit) throws Exception {
        Path program = folder.resolve("qemu");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new AcceleratorProbe(HostSystem.MACOS, program, "9.2.0", image(), limit).run(folder.resolve("log"));
    }

    private GuestImage image() {
        boolean arm = System.getProperty("os.arch", "").equals("aarch64");
        return new GuestImage(folder, "recipe", arm ? Architecture.ARM64 : Architecture.AMD64, "6.12", Map.of());
    }

    @Test
    void acceleratorThatBootsIsUsed() throws Exception {
        QemuProbe probe = probe("echo '[ 0.3] quayside: probe'", Duration.ofSeconds(20));
        assertEquals(Accelerator.HVF, probe.accelerator());
        assertEquals("A test start with HVF worked.", probe.reason());
    }

    @Test
    void refusalFallsBackWithQemusOwnWords() throws Exception {
        QemuProbe probe = probe("echo 'Error: ret = HV_DENIED'; exit 1", Duration.ofSeconds(20));
        assertEquals(Accelerator.TCG, probe.accelerator());
        assertEquals("A test start with HVF failed: Error: ret = HV_DENIED", probe.reason());
    }

    @Test
    void hangFallsBackAfterTheLimitAndEndsTheTest() throws Exception {
        QemuProbe probe = probe("echo $$ > '" + folder + "/pid'; exec sleep 600", Duration.ofSeconds(2));
        assertEquals(Accelerator.TCG, probe.accelerator());
        assertEquals("A test start with HVF failed: it hadn't finished after 2 seconds.", probe.reason());
        assertEnds(Long.parseLong(Files.readString(folder.resolve("pid")).strip()));
    }

    private static void assertEnds(long pid) throws Exception {
        var process = ProcessHandle.of(pid);
        if (process.isPresent()) {
            process.get().onExit().get();
        }
    }

    @Test
    void programThatCannotBeStartedFallsBack() throws IOException, InterruptedException {
        QemuProbe probe = new AcceleratorProbe(
                        HostSystem.MACOS, folder.resolve("missing"), "9.2.0", image(), Duration.ofSeconds(2))
                .run(folder.resolve("log"));
        assertEquals(Accelerator.TCG, probe.accelerator());
    }
}
