package io.quayside.vm.driver.qemu;

import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds out whether the host's accelerator works, by booting the guest's kernel with it. A device file
/// that is there says nothing: it may refuse, or hang for ever.
final class AcceleratorProbe {
    static final Duration LIMIT = Duration.ofSeconds(8);

    private final HostSystem host;
    private final Path program;
    private final String version;
    private final GuestImage image;
    private final Duration limit;

    AcceleratorProbe(HostSystem host, Path program, String version, GuestImage image, Duration limit) {
        this.host = host;
        this.program = program;
        this.version = version;
        this.image = image;
        this.limit = limit;
    }

    /// Tries the host's accelerator and falls back to translation, with the reason. The log is written over.
    QemuProbe run(Path log) throws InterruptedException {
        Accelerator wanted = Accelerator.ofHost(host);
        if (image.architecture() != hostArchitecture()) {
            return result(Accelerator.TCG, "The guest is for another processor than this computer has.");
        }
        if (wanted == Accelerator.KVM && !Files.isReadable(Path.of("/dev/kvm"))) {
            return result(Accelerator.TCG, "This user can't use /dev/kvm, or there is none.");
        }
        String failure = boot(result(wanted, ""), log);
        return failure.isEmpty()
                ? result(wanted, "A test start with " + wanted + " worked.")
                : result(Accelerator.TCG, "A test start with " + wanted + " failed: " + failure);
    }

    QemuProbe result(Accelerator accelerator, String reason) {
        return new QemuProbe(host, image.architecture(), program, version, accelerator, reason);
    }

    /// Empty if the test machine started and powered itself off.
    private String boot(QemuProbe probe, Path log) throws InterruptedException {
        ProcessHandle process;
        try {
            process = DetachedProcess.start(QemuCommand.probe(image, probe), image.folder(), log);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return "it hadn't finished after " + limit.toSeconds() + " seconds.";
        } catch (ExecutionException e) {
            return String.valueOf(e.getMessage());
        } finally {
            process.destroyForcibly();
        }
        List<String> words = new ArrayList<>();
        try {
            words.addAll(Files.readAllLines(log));
        } catch (IOException e) {
            words.add(String.valueOf(e.getMessage()));
        }
        boolean booted = words.stream().anyMatch(line -> line.contains("quayside: probe"));
        return booted ? "" : words.isEmpty() ? "QEMU said nothing." : words.getLast();
    }

    private static Architecture hostArchitecture() {
        String name = System.getProperty("os.arch", "");
        return name.equals("aarch64") ? Architecture.ARM64 : Architecture.AMD64;
    }
}
