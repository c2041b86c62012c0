package io.quayside.vm.driver.qemu;

import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.model.Architecture;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds QEMU on this host and the best way to run it.
///
/// @param searchPath folders to look in, in order
/// @param forced an accelerator to use without a test; empty to find the best one
public record QemuSetup(HostSystem host, List<Path> searchPath, Optional<Accelerator> forced) {
    private static final Pattern VERSION = Pattern.compile("version ([0-9.]+)");

    public QemuSetup {
        searchPath = List.copyOf(searchPath);
    }

    /// The folders of `PATH`, and where the usual packages put QEMU on each system.
    public static List<Path> usualFolders(HostSystem host, String path) {
        List<Path> folders = new ArrayList<>();
        for (String folder : path.split(Pattern.quote(File.pathSeparator))) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        switch (host) {
            case LINUX -> folders.addAll(List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin")));
            case MACOS -> folders.addAll(List.of(Path.of("/opt/homebrew/bin"), Path.of("/usr/local/bin")));
            case WINDOWS -> folders.add(Path.of("C:\\Program Files\\qemu"));
        }
        return folders;
    }

    /// Finds the emulator and tests the accelerator; takes up to ten seconds. The log is for the test's output.
    public QemuDriver driver(GuestImage image, Path log) throws VmException, InterruptedException {
        AcceleratorProbe probe = probe(image, log);
        return new QemuDriver(forced.isPresent() ? forced(probe, forced.get()) : probe.run(log));
    }

    /// The same, without a test where an earlier one still counts.
    QemuDriver driver(GuestImage image, Path log, ProbeMemory memory) throws VmException, InterruptedException {
        AcceleratorProbe probe = probe(image, log);
        if (forced.isPresent()) {
            return new QemuDriver(forced(probe, forced.get()));
        }
        Optional<QemuProbe> known = memory.recall(probe.result(Accelerator.TCG, ""), image.recipe());
        if (known.isPresent()) {
            return new QemuDriver(known.get());
        }
        QemuProbe result = probe.run(log);
        memory.keep(result, image.recipe());
        return new QemuDriver(result);
    }

    private AcceleratorProbe probe(GuestImage image, Path log) throws VmException, InterruptedException {
        Path program = find(programName(image.architecture()));
        return new AcceleratorProbe(host, program, version(program, log), image, AcceleratorProbe.LIMIT);
    }

    private static QemuProbe forced(AcceleratorProbe probe, Accelerator accelerator) {
        return probe.result(accelerator, "The settings ask for " + accelerator + ".");
    }

    /// The emulator for a guest of this architecture and its version; nothing is tested. The log is written over.
    ///
    /// @throws VmException if it isn't installed
    public String version(Architecture architecture, Path log) throws VmException, InterruptedException {
        return version(find(programName(architecture)), log);
    }

    private String programName(Architecture architecture) {
        String name = architecture == Architecture.AMD64 ? "qemu-system-x86_64" : "qemu-system-aarch64";
        // The one with a w opens no console window.
        return host == HostSystem.WINDOWS ? name + "w.exe" : name;
    }

    private Path find(String name) throws VmException {
        for (Path folder : searchPath) {
            Path program = folder.resolve(name);
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        throw new VmException(new VmProblem.HypervisorMissing(name));
    }

    private static String version(Path program, Path log) throws VmException, InterruptedException {
        try {
            Path folder = Path.of("").toAbsolutePath();
            ProcessHandle process = DetachedProcess.start(List.of(program.toString(), "--version"), folder, log);
            process.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
            Matcher version = VERSION.matcher(Files.readString(log));
            return version.find() ? version.group(1) : "of unknown version";
        } catch (IOException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new VmException(new VmProblem.HypervisorMissing(program.toString()), e);
        }
    }
}
