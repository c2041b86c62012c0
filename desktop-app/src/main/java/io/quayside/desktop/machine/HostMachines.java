package io.quayside.desktop.machine;

import io.quayside.engine.host.EngineHost;
import io.quayside.engine.host.HostException;
import io.quayside.engine.host.StartStep;
import io.quayside.engine.host.StartSteps;
import io.quayside.engine.platform.AppDirs;
import io.quayside.engine.platform.PlatformInfo;
import io.quayside.engine.process.ProcessIdentity;
import io.quayside.engine.process.SystemProcessRunner;
import io.quayside.vm.Machines;
import io.quayside.vm.VmEngineHost;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.PreferredDriver;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.driver.hyperv.HyperVDriver;
import io.quayside.vm.driver.qemu.HostSystem;
import io.quayside.vm.driver.qemu.QemuDriver;
import io.quayside.vm.driver.qemu.QemuOnDemand;
import io.quayside.vm.driver.qemu.QemuSetup;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.image.GuestImage;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.model.Architecture;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.Share;
import io.quayside.vm.store.MachineFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machines of this user on this computer, each with the engine in it. Nothing is looked for or tested before it is
/// needed, so that no start waits for it.
///
/// Thread-safe. All but [#machines] and [#names] block.
public final class HostMachines implements AutoCloseable {
    /// The machine that first run makes.
    public static final String USUAL_NAME = "quayside-vm";

    /// Picks an accelerator by its name, such as `tcg`, without a test.
    private static final String ACCELERATOR = "QUAYSIDE_VM_ACCELERATOR";

    private static final Logger LOG = LoggerFactory.getLogger(HostMachines.class);
    private static final long LEAST_DISK = 2_000_000_000L;
    private static final Duration GONE = Duration.ofSeconds(30);

    private final AppDirs dirs;
    private final ImageFolders images;
    private final QemuSetup setup;
    private final QemuOnDemand qemu;
    private final Optional<PreferredDriver> choice;
    private final Machines machines;
    private final Map<String, EngineHost> hosts = new ConcurrentHashMap<>();

    public HostMachines(AppDirs dirs, Map<String, String> environment) {
        this.dirs = dirs;
        Architecture architecture = architecture(System.getProperty("os.arch", ""));
        HostSystem system = system(PlatformInfo.current().system());
        images = ImageFolders.of(dirs, environment, architecture);
        setup = new QemuSetup(
                system,
                QemuSetup.usualFolders(system, environment.getOrDefault("PATH", "")),
                Optional.ofNullable(environment.get(ACCELERATOR)).flatMap(QemuDriver::named));
        qemu = new QemuOnDemand(setup, images, dirs.state());
        // Windows has a hypervisor of its own, which Pro and better can turn on. Who names an accelerator wants QEMU.
        choice = system == HostSystem.WINDOWS && setup.forced().isEmpty()
                ? Optional.of(new PreferredDriver(new HyperVDriver(new SystemProcessRunner()), qemu, this::files))
                : Optional.empty();
        VmDriver driver = choice.isPresent() ? choice.get() : qemu;
        machines = new Machines(dirs, new MachineControl(driver, architecture, images));
    }

    private List<MachineFiles> files() {
        return names().stream().map(name -> MachineFiles.of(dirs, name)).toList();
    }

    private static Architecture architecture(String name) {
        return name.equals("aarch64") ? Architecture.ARM64 : Architecture.AMD64;
    }

    private static HostSystem system(PlatformInfo.OperatingSystem system) {
        return switch (system) {
            case LINUX -> HostSystem.LINUX;
            case MACOS -> HostSystem.MACOS;
            case WINDOWS -> HostSystem.WINDOWS;
        };
    }

    public Machines machines() {
        return machines;
    }

    /// The machines there are, the broken ones too, in order. Reads a folder.
    public List<String> names() {
        try (Stream<Path> entries = Files.list(MachineFiles.machines(dirs))) {
            return entries.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(MachineConfig::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // none was made yet
        }
    }

    /// The engine in a machine, one host per machine as long as the app runs.
    ///
    /// @throws VmException if there is no such machine, or its configuration can't be read
    public EngineHost host(String name) throws VmException {
        EngineHost known = hosts.get(name);
        if (known == null) {
            EngineHost made = new VmEngineHost(machines, name);
            EngineHost first = hosts.putIfAbsent(name, made);
            known = first == null ? made : first;
        }
        return known;
    }

    /// What there is for a new machine. Starts QEMU to ask for its version; the processor isn't tested.
    public VmOffer offer() throws InterruptedException {
        HostCapacity host = HostCapacity.measure(dirs.data());
        return new VmOffer(host, host.usual(), List.of(hypervisor(), disk(host), image()));
    }

    private VmCheck hypervisor() throws InterruptedException {
        if (choice.isPresent() && choice.get().isPreferred()) {
            try {
                return VmCheck.good(
                        "Hypervisor found", choice.get().capabilities().name());
            } catch (VmException e) {
                VmProblem.Words words = e.problem().words();
                return VmCheck.missing(words.what(), words.why() + " " + words.advice());
            }
        }
        try {
            return VmCheck.good(
                    "QEMU found",
                    setup.version(images.architecture(), dirs.state().resolve("qemu.log")));
        } catch (VmException e) {
            VmProblem.Words words = e.problem().words();
            return VmCheck.missing("QEMU isn’t installed", words.why() + " " + words.advice());
        }
    }

    private VmCheck disk(HostCapacity host) {
        String free = Figures.size(host.diskFreeBytes()) + " free";
        return host.diskFreeBytes() < LEAST_DISK
                ? VmCheck.missing(
                        "Not enough free disk",
                        dirs.data() + " has " + free + "; a machine needs " + Figures.size(LEAST_DISK) + ".")
                : VmCheck.good("Enough free disk", free);
    }

    private VmCheck image() {
        if (!images.isThere()) {
            return VmCheck.missing(
                    "The Linux image isn’t on this computer",
                    "This Quayside downloads none: vm-manager/guest/build-image makes it from Debian packages and puts it in "
                            + images.folders().getLast() + ".");
        }
        try {
            GuestImage image = images.open();
            long bytes = image.files().values().stream()
                    .mapToLong(GuestImage.Content::bytes)
                    .sum();
            return VmCheck.good("Linux image is here", Figures.size(bytes) + ", kernel " + image.kernel());
        } catch (VmException e) {
            VmProblem.Words words = e.problem().words();
            return VmCheck.missing("The Linux image can’t be used", words.why() + " " + words.advice());
        }
    }

    /// Tests how well this computer runs machines, or says what the last test found.
    ///
    /// @param again forget the last test
    public VmCheck acceleration(boolean again) {
        if (again) {
            qemu.forget();
            choice.ifPresent(PreferredDriver::forget);
        }
        try {
            Capabilities can = machines.capabilities();
            return can.accelerated()
                    ? new VmCheck(VmCheck.Result.GOOD, "Virtualisation is available", can.name(), "")
                    : new VmCheck(
                            VmCheck.Result.POOR,
                            "Without acceleration, slow",
                            can.name(),
                            can.reason() + " The machine works, but programs in it take many times as long.");
        } catch (VmException e) {
            return VmCheck.missing(
                    "Virtualisation wasn’t tested", e.problem().words().what());
        }
    }

    /// Makes a machine and starts it; returns when its engine answers. If that fails or the thread is interrupted,
    /// nothing of the machine is left, nor of its context.
    ///
    /// @param told the steps so far, each time they change, on any thread
    public void create(String name, NewMachine wanted, Consumer<List<StartStep>> told)
            throws VmException, HostException, InterruptedException {
        if (wanted.dockerDefault()) {
            // Better said before minutes were spent on a machine.
            machines.requireFreeContext(name);
        }
        List<StartStep> first = new ArrayList<>();
        StartSteps making = new StartSteps(Clock.systemUTC(), steps -> {
            first.clear();
            first.addAll(steps);
            told.accept(List.copyOf(steps));
        });
        making.begin("Creating disk and keys");
        machines.create(name, wanted.resources(), Map.of());
        making.end();
        boolean done = false;
        boolean started = false;
        try {
            if (wanted.shared().isPresent()) {
                machines.setShares(name, List.of(Share.of(wanted.shared().get(), false)));
            }
            EngineHost host = host(name);
            Runnable end = host.onState(state -> told.accept(
                    Stream.concat(first.stream(), state.steps().stream()).toList()));
            try {
                host.start();
            } finally {
                end.run();
            }
            started = true;
            if (wanted.dockerDefault()) {
                machines.addDockerContext(name, true);
            }
            done = true;
        } finally {
            if (!done) {
                removeQuietly(name, started);
            }
        }
    }

    /// Takes back a machine that was just made, also on a thread that was interrupted.
    private void removeQuietly(String name, boolean started) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        try {
            if (started) {
                host(name).stop();
            }
            awaitEnd(machines.filesOf(name));
            delete(name);
        } catch (VmException | HostException e) {
            LOG.warn("What was made of {} is left: {}", name, e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// A start that failed has killed its hypervisor, which takes a moment to be gone.
    private static void awaitEnd(MachineFiles files) throws InterruptedException {
        try {
            Optional<ProcessHandle> process =
                    ProcessIdentity.parse(Files.readString(files.process())).flatMap(ProcessIdentity::find);
            if (process.isPresent()) {
                process.get().onExit().get(GONE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.debug("No process of {} to wait for: {}", files.folder(), e.toString());
        }
    }

    /// When the process began that a machine is.
    private static Optional<Instant> started(MachineFiles files) {
        try {
            return ProcessIdentity.parse(Files.readString(files.process()))
                    .flatMap(ProcessIdentity::find)
                    .flatMap(process -> process.info().startInstant());
        } catch (IOException e) {
            return Optional.empty(); // no process of this user's
        }
    }

    /// What the page Engine says about a machine; empty when it can't be read.
    public Optional<MachineFacts> facts(String name) {
        try {
            MachineConfig config = machines.config(name);
            Capabilities can = machines.capabilities();
            MachineDisk disk = MachineDisk.of(machines, name);
            return Optional.of(new MachineFacts(
                    name, can.name(), can.reason(), config.resources(), disk, started(machines.filesOf(name))));
        } catch (VmException e) {
            LOG.info("Nothing is known of {}: {}", name, e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Deletes a stopped machine with everything in it.
    public void delete(String name) throws VmException {
        machines.delete(name);
        hosts.remove(name);
    }

    @Override
    public void close() {
        machines.close();
    }
}
