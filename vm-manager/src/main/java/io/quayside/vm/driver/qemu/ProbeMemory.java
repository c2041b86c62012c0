package io.quayside.vm.driver.qemu;

import io.quayside.engine.platform.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the last test of the accelerator said, so that not every start takes the seconds of a test. It counts for the
/// same QEMU and image, until the computer starts anew.
///
/// @param folder where it is kept, in `accelerator`
record ProbeMemory(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(ProbeMemory.class);
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    private Path file() {
        return folder.resolve("accelerator");
    }

    Optional<QemuProbe> recall(QemuProbe asked, String recipe) {
        try {
            List<String> lines = Files.readAllLines(file());
            if (lines.size() == 3 && lines.getFirst().equals(key(asked, recipe))) {
                return QemuDriver.named(lines.get(1))
                        .map(accelerator -> new QemuProbe(
                                asked.host(),
                                asked.architecture(),
                                asked.program(),
                                asked.version(),
                                accelerator,
                                lines.get(2)));
            }
        } catch (IOException e) {
            LOG.debug("No earlier test: {}", e.getMessage());
        }
        return Optional.empty();
    }

    void keep(QemuProbe result, String recipe) {
        String reason = result.reason().replace('\n', ' ').replace('\r', ' ');
        try {
            AtomicFile.write(file(), key(result, recipe) + "\n" + result.accelerator() + "\n" + reason + "\n");
        } catch (IOException e) {
            LOG.info("The test's result couldn't be kept: {}", e.getMessage());
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException e) {
            LOG.info("The earlier test couldn't be forgotten: {}", e.getMessage());
        }
    }

    private static String key(QemuProbe probe, String recipe) {
        return probe.program() + " " + probe.version() + " " + probe.architecture() + " " + recipe + " " + boot();
    }

    private static String boot() {
        try {
            return Files.readString(BOOT).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
