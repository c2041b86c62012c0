package io.quayside.vm.lifecycle;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.platform.AtomicFile;
import io.quayside.vm.driver.RoutedVm;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.driver.VmDriver;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.image.ImageSource;
import io.quayside.vm.model.GuestStep;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.security.MachineKeys;
import io.quayside.vm.share.MountedShares;
import io.quayside.vm.store.DataDisk;
import io.quayside.vm.store.HostSpace;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.MachineLock;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Starts one machine, or finds it running and connects to it. Whatever fails, no hypervisor of a failed
/// start is left behind; the data disk and the logs are.
final class StartSequence {
    private static final Logger LOG = LoggerFactory.getLogger(StartSequence.class);
    static final String CHECK = "Checking the disk";
    static final String HYPERVISOR = "Starting the virtual machine";
    static final String LINUX = "Starting Linux";
    static final String DOCKER = "Starting Docker";
    static final String CONNECT = "Connecting";

    /// dockerd needs some room to write before it can say what is wrong.
    private static final long LEAST_FREE = 512L << 20;
    private static final int LAST_WORDS = 20;

    private final VmDriver driver;
    private final ImageSource image;
    private final StartLimits limits;
    private final BiConsumer<String, JsonNode> onEvent;

    StartSequence(VmDriver driver, ImageSource image, StartLimits limits, BiConsumer<String, JsonNode> onEvent) {
        this.driver = driver;
        this.image = image;
        this.limits = limits;
        this.onEvent = onEvent;
    }

    LiveMachine run(MachineConfig config, MachineFiles files, StartListener listener)
            throws VmException, InterruptedException {
        Optional<RunningVm> running = driver.adopt(config, files);
        if (running.isPresent()) {
            MachineSleeper.wakeLeftAsleep(running.get(), files);
            return attach(running.get(), config, files, listener);
        }
        listener.begins(CHECK);
        prepare(config, files);
        listener.begins(HYPERVISOR);
        RunningVm vm = driver.launch(config, image.open(), files);
        try (UndoStack undo = new UndoStack()) {
            undo.push(() -> {
                vm.kill();
                vm.close();
            });
            LiveMachine machine = attach(vm, config, files, listener);
            undo.keep();
            return machine;
        }
    }

    /// Connects to the guest of a running machine and waits for its engine. The machine is left running if
    /// that fails.
    LiveMachine attach(RunningVm vm, MachineConfig config, MachineFiles files, StartListener listener)
            throws VmException, InterruptedException {
        try (UndoStack undo = new UndoStack()) {
            listener.begins(LINUX);
            MachineLock link = MachineLock.takeLink(files, config.name());
            undo.push(link::close);
            GuestSteps steps = new GuestSteps();
            Guest guest = connect(vm, files, steps);
            undo.push(guest::close);
            checkVersion(guest);
            guest.steps().forEach(steps::add);
            MountedShares shares = new MountedShares(guest, files);
            undo.push(shares::close);
            mount(shares, config);
            listener.begins(DOCKER);
            awaitEngine(vm, guest, steps, files.console());
            listener.begins(CONNECT);
            if (vm instanceof RoutedVm routed) {
                routed.route(config.enginePort(), new InetSocketAddress(guest.address(), GuestConfig.ENGINE_PORT));
            }
            ping(LiveMachine.endpoint(config, files));
            undo.keep();
            return new LiveMachine(config, files, vm, guest, shares, steps, link);
        }
    }

    /// Before the engine starts containers. A machine without its folders is better than none.
    private static void mount(MountedShares shares, MachineConfig config) throws InterruptedException {
        if (config.shares().isEmpty()) {
            return;
        }
        try {
            shares.apply(config.shares());
            shares.complete();
        } catch (VmException e) {
            LOG.warn("Folders of this computer are not shared: {}", e.getMessage());
        }
    }

    /// A machine that still runs may have been started by a Quayside with another image.
    private static void checkVersion(Guest guest) throws VmException, InterruptedException {
        int version = guest.ping();
        if (version != GuestConfig.VERSION) {
            throw new VmException(new VmProblem.GuestVersion(version, GuestConfig.VERSION));
        }
    }

    private Guest connect(RunningVm vm, MachineFiles files, GuestSteps steps) throws VmException, InterruptedException {
        BiConsumer<String, JsonNode> events = (name, data) -> {
            if (name.equals("step")) {
                steps.add(Guest.step(data));
            } else if (name.equals("engine")) {
                steps.engine(data.path("state").asString(""), data.path("error").asString(""));
            }
            onEvent.accept(name, data);
        };
        try {
            return GuestConnection.open(vm, events, limits.linux());
        } catch (VmException e) {
            List<String> console = lastLines(files.console());
            throw new VmException(
                    vm.alive()
                            ? new VmProblem.StartTooSlow(LINUX, limits.linux(), console)
                            : new VmProblem.Ended(LINUX, console),
                    e);
        }
    }

    private void awaitEngine(RunningVm vm, Guest guest, GuestSteps steps, Path console)
            throws VmException, InterruptedException {
        long end = System.nanoTime() + limits.engine().toNanos();
        Duration look = Duration.ofSeconds(1);
        while (true) {
            Optional<GuestStep> step = steps.await("engine-ready", look);
            if (step.isPresent() && step.get().failed()) {
                throw new VmException(new VmProblem.GuestStepFailed(
                        step.get().name(), step.get().error(), engineWords(guest)));
            }
            if (step.isPresent()) {
                return;
            }
            if (!vm.alive()) {
                throw new VmException(new VmProblem.Ended(DOCKER, lastLines(console)));
            }
            if (System.nanoTime() > end) {
                throw new VmException(new VmProblem.StartTooSlow(DOCKER, limits.engine(), engineWords(guest)));
            }
        }
    }

    private static List<String> engineWords(Guest guest) throws InterruptedException {
        try {
            List<String> lines = guest.log("engine", 8 << 10).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
        } catch (VmException e) {
            return List.of();
        }
    }

    private static void ping(EngineEndpoint endpoint) throws VmException {
        try (Engine engine = EngineFactory.connect(endpoint)) {
            engine.system().ping();
        } catch (EngineException e) {
            throw new VmException(new VmProblem.EngineSilent(endpoint.display(), String.valueOf(e.getMessage())), e);
        }
    }

    private void prepare(MachineConfig config, MachineFiles files) throws VmException {
        if (!Files.exists(driver.dataDisk(files))) {
            throw new VmException(new VmProblem.DiskMissing(driver.dataDisk(files)));
        }
        if (DataDisk.isInUse(driver.dataDisk(files))) {
            throw new VmException(new VmProblem.DiskInUse(driver.dataDisk(files)));
        }
        try {
            long free = HostSpace.free(files.folder());
            if (free < LEAST_FREE) {
                throw new VmException(new VmProblem.NoSpace(files.folder(), LEAST_FREE, free));
            }
            PrivateFiles.createFolder(files.run());
            PrivateFiles.createFolder(files.logs());
            Files.deleteIfExists(files.paused());
            MachineKeys keys = new MachineKeys(files.keys());
            if (!keys.complete()) {
                keys.create();
            }
            AtomicFile.write(files.guestConfig(), GuestConfig.of(config, driver.network()));
        } catch (IOException e) {
            throw StoreFailures.of(files.folder(), e);
        }
    }

    private static List<String> lastLines(Path file) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
