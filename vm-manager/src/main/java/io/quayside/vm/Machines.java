package io.quayside.vm;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.context.ContextState;
import io.quayside.vm.context.DockerContextFile;
import io.quayside.vm.disk.DiskFile;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.disk.SparseFile;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.idle.HostMemory;
import io.quayside.vm.idle.MemoryReturned;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.ContainerLog;
import io.quayside.vm.model.GuestInfo;
import io.quayside.vm.model.IdleSettings;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.MachineStatus;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import io.quayside.vm.model.TrimmedLogs;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.MachinePorts;
import io.quayside.vm.ports.PortSettings;
import io.quayside.vm.ports.PublishedPorts;
import io.quayside.vm.socket.EngineSocket;
import io.quayside.vm.store.ConfigFile;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The virtual machines of this user: make, start, stop, look at, change and delete them.
///
/// Thread-safe. Calls block; make them from a virtual thread. Machines go on running when this object is
/// closed or its process ends; the next one finds them.
public final class Machines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Machines.class);

    /// What the first machine may be called: the window makes `quayside-vm`.
    private static final Set<String> FIRST = Set.of("default", "quayside", "quayside-vm");

    /// With less than that on its disk, an engine can't unpack an image or start much.
    private static final long LITTLE = 64L << 20;

    private final AppDirs dirs;
    private final MachineControl control;
    private final LiveMachines live = new LiveMachines();
    private final Map<String, MachinePorts> ports = new ConcurrentHashMap<>();
    private final Map<String, MachineServices> services = new ConcurrentHashMap<>();
    private final Path dockerFolder;

    public Machines(AppDirs dirs, MachineControl control) {
        this(dirs, control, DockerContextFile.dockerFolder(System.getenv(), Path.of(System.getProperty("user.home"))));
    }

    /// @param dockerFolder where docker's command line keeps its contexts
    public Machines(AppDirs dirs, MachineControl control, Path dockerFolder) {
        this.dirs = dirs;
        this.control = control;
        this.dockerFolder = dockerFolder;
    }

    /// What the hypervisor can do on this host and why it was chosen; may take seconds the first time.
    ///
    /// @throws VmException if it isn't installed, or there is no guest image to test it with
    public Capabilities capabilities() throws VmException {
        return control.capabilities();
    }

    /// Where a machine's files are.
    ///
    /// @throws VmException if it can't have that name
    public MachineFiles filesOf(String name) throws VmException {
        return files(name);
    }

    /// Makes a machine, stopped. If it fails, nothing is left.
    ///
    /// @param daemon settings for dockerd, as `daemon.json` has them
    public MachineConfig create(String name, Resources resources, Map<String, Object> daemon) throws VmException {
        return control.create(files(name), name, resources, daemon);
    }

    /// Starts a machine and returns when its engine answers; connects to it if it runs already.
    public LiveMachine start(String name, StartListener listener) throws VmException, InterruptedException {
        Optional<LiveMachine> known = live.get(name);
        if (known.isPresent()
                && known.get().vm().alive()
                && !known.get().link().ended().isDone()) {
            return known.get();
        }
        forget(name);
        LiveMachine machine = control.start(files(name), config(name), listener, (event, data) -> {
            if (event.equals("engine") && data.path("state").asString("").equals("running")) {
                engineRuns(name);
            }
        });
        live.put(name, machine);
        machine.shares().follow(machine.endpoint());
        services.put(name, MachineServices.start(machine, portsOf(name, machine.config()), contextOf(name)));
        return machine;
    }

    private void engineRuns(String name) {
        live.get(name).ifPresent(machine -> machine.shares().engineRuns());
        ports(name).ifPresent(PublishedPorts::engineRuns);
    }

    /// Stops a machine, its containers first. Does nothing if it doesn't run.
    public void stop(String name) throws VmException, InterruptedException {
        closeServices(name);
        control.stop(files(name), config(name), live.remove(name));
    }

    public LiveMachine restart(String name, StartListener listener) throws VmException, InterruptedException {
        stop(name);
        return start(name, listener);
    }

    /// Deletes a stopped machine with everything in it. Works for one whose configuration is broken, too.
    public void delete(String name) throws VmException {
        MachineFiles files = files(name);
        if (!Files.exists(files.folder())) {
            throw new VmException(new VmProblem.NoSuchMachine(name));
        }
        Optional<MachineConfig> config;
        try {
            config = Optional.of(config(name));
        } catch (VmException e) {
            config = Optional.empty();
        }
        control.delete(files, name, config);
        contextOf(name).remove();
        forget(name);
        ports.remove(name);
    }

    /// Changes what a machine may use: a larger disk at once, processors and memory at its next start.
    public MachineConfig resize(String name, Resources wanted) throws VmException, InterruptedException {
        return control.resize(requireKnown(name), name, wanted, live.get(name));
    }

    /// The folders of this computer that a machine sees.
    public List<Share> shares(String name) throws VmException {
        return config(name).shares();
    }

    /// The same, each with how far it is.
    public List<ShareStatus> shareStates(String name) throws VmException {
        List<Share> wanted = shares(name);
        Optional<LiveMachine> machine =
                live.get(name).filter(known -> !known.link().ended().isDone());
        if (machine.isEmpty()) {
            return wanted.stream()
                    .map(share -> new ShareStatus(share, ShareStatus.State.WAITING, ""))
                    .toList();
        }
        return machine.get().shares().states(wanted);
    }

    /// Says which folders a machine sees. A machine that runs has them when this returns: new ones are mounted,
    /// those no longer wanted go. One that can't be mounted is kept, with the reason in its status.
    ///
    /// @throws VmException if a container uses a folder that is to go, or one can't be shared; all is as before
    public List<ShareStatus> setShares(String name, List<Share> wanted) throws VmException, InterruptedException {
        for (Share share : wanted) {
            requireForeign(share.hostFolder());
        }
        List<Share> before = shares(name);
        control.setShares(files(name), name, wanted);
        Optional<LiveMachine> machine =
                live.get(name).filter(known -> !known.link().ended().isDone());
        if (machine.isPresent()) {
            try {
                machine.get().shares().apply(wanted);
            } catch (VmException e) {
                control.setShares(files(name), name, before);
                throw e;
            }
        }
        return shareStates(name);
    }

    /// Keys and disks of machines are in the folders of this program, and whoever has the keys has the engine.
    private void requireForeign(Path folder) throws VmException {
        Path real = real(folder);
        for (Path own : List.of(dirs.config(), dirs.data(), dirs.state(), dirs.cache(), dirs.runtime())) {
            Path mine = real(own);
            if (mine.startsWith(real) || real.startsWith(mine)) {
                throw new VmException(new VmProblem.ShareRefused(
                        folder.toString(),
                        "Containers could read the keys of the virtual machine, which Quayside keeps in " + own + "."));
            }
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize(); // it isn't there
        }
    }

    /// All machines by name, the broken ones too. Never fails for one of them.
    public List<MachineStatus> list() throws VmException, InterruptedException {
        Path folder = MachineFiles.machines(dirs);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names;
        try (Stream<Path> entries = Files.list(folder)) {
            names = entries.filter(Files::isDirectory)
                    .map(path -> String.valueOf(path.getFileName()))
                    .filter(MachineConfig::isName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StoreFailures.of(folder, e);
        }
        List<MachineStatus> all = new ArrayList<>();
        for (String name : names) {
            all.add(inspect(name));
        }
        return all;
    }

    /// One machine as it is now; what is wrong with it is part of the answer.
    public MachineStatus inspect(String name) throws InterruptedException {
        MachineConfig config;
        try {
            config = config(name);
        } catch (VmException e) {
            return failed(name, Optional.empty(), e);
        }
        try {
            return measured(name, config);
        } catch (VmException e) {
            return failed(name, Optional.of(config), e);
        }
    }

    private MachineStatus measured(String name, MachineConfig config) throws VmException, InterruptedException {
        Optional<RunningVm> vm = control.running(files(name), config);
        if (vm.isEmpty()) {
            return new MachineStatus(
                    name, MachineState.STOPPED, Optional.of(config), Optional.empty(), Optional.empty());
        }
        Optional<VmProblem> trouble = trouble(vm.get());
        if (trouble.isPresent()) {
            return new MachineStatus(name, MachineState.DEGRADED, Optional.of(config), Optional.empty(), trouble);
        }
        Optional<LiveMachine> connected = live.get(name);
        boolean sleeps = connected.isPresent()
                ? connected.get().wakefulness().paused()
                : Files.exists(files(name).paused());
        if (sleeps) {
            return new MachineStatus(
                    name, MachineState.PAUSED, Optional.of(config), Optional.empty(), Optional.empty());
        }
        if (connected.isEmpty() || connected.get().link().ended().isDone()) {
            // Another process may be connected to the guest, so it isn't asked; the engine is, by whoever wants to
            // know.
            return new MachineStatus(
                    name, MachineState.RUNNING, Optional.of(config), Optional.empty(), Optional.empty());
        }
        GuestInfo info = connected.get().guest().info();
        MachineState state = info.engine().equals("running") ? MachineState.RUNNING : MachineState.DEGRADED;
        return new MachineStatus(name, state, Optional.of(config), Optional.of(info), fullDisk(info));
    }

    /// A hypervisor that is just starting or ending doesn't answer; that is no trouble.
    private static Optional<VmProblem> trouble(RunningVm vm) {
        try {
            return vm.trouble();
        } catch (VmException e) {
            LOG.debug("The hypervisor wasn't asked: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<VmProblem> fullDisk(GuestInfo info) {
        return info.diskTotalBytes() > 0 && info.diskFreeBytes() < LITTLE
                ? Optional.of(new VmProblem.DataDiskFull(info.diskTotalBytes(), info.diskFreeBytes()))
                : Optional.empty();
    }

    private static MachineStatus failed(String name, Optional<MachineConfig> config, VmException e) {
        return new MachineStatus(name, MachineState.FAILED, config, Optional.empty(), Optional.of(e.problem()));
    }

    /// A connection to the guest of a running machine for a short errand; the caller closes it. There can
    /// be only one at a time, in all processes.
    ///
    /// @throws VmException if it doesn't run, or somebody else is connected to it
    public Guest reach(String name) throws VmException, InterruptedException {
        return control.reach(files(name), config(name));
    }

    /// What the machine was made as.
    public MachineConfig config(String name) throws VmException {
        return ConfigFile.read(requireKnown(name).config());
    }

    private MachineFiles requireKnown(String name) throws VmException {
        MachineFiles files = files(name);
        if (!Files.exists(files.folder())) {
            throw new VmException(new VmProblem.NoSuchMachine(name));
        }
        return files;
    }

    /// The connection to a running machine that this process has, if any.
    public Optional<LiveMachine> connected(String name) {
        return live.get(name);
    }

    /// Calls the listener with the connection to a machine that this process has, if any, and with each later one, in
    /// their order, until the answer is run. It must return at once.
    public Runnable onConnected(String name, Consumer<LiveMachine> listener) {
        return live.listen(name, listener);
    }

    MachineFiles files(String name) throws VmException {
        if (!MachineConfig.isName(name)) {
            throw new VmException(new VmProblem.BadName(name));
        }
        return MachineFiles.of(dirs, name);
    }

    /// The ports of this host that lead into a machine, or should: those that its containers publish, then
    /// the user's rules.
    public List<ForwardStatus> forwards(String name) throws VmException {
        return portsOf(name, config(name)).forwards();
    }

    /// Calls the listener with all forwards of a machine whenever one has changed, on any thread, until the
    /// answer is run.
    public Runnable onForwards(String name, Consumer<List<ForwardStatus>> listener) throws VmException {
        return portsOf(name, config(name)).listen(listener);
    }

    /// Changes who reaches published ports, and the user's rules; at once, also while the machine runs.
    public MachineConfig setPorts(String name, PortSettings wanted) throws VmException {
        MachineConfig changed = control.change(files(name), name, options -> options.withPorts(wanted));
        portsOf(name, changed).change(wanted);
        return changed;
    }

    /// Tries those forwards again that the host didn't give.
    public void retryForwards(String name) throws VmException {
        portsOf(name, config(name)).retry();
    }

    /// What follows the ports of a running machine, if this process is connected to it.
    public Optional<PublishedPorts> ports(String name) {
        return Optional.ofNullable(ports.get(name)).flatMap(MachinePorts::following);
    }

    private MachinePorts portsOf(String name, MachineConfig config) {
        return ports.computeIfAbsent(
                name, unknown -> new MachinePorts(config.options().ports()));
    }

    private void closeServices(String name) {
        MachineServices running = services.remove(name);
        if (running != null) {
            running.close();
        }
    }

    /// Where this user's programs reach the engine of a machine: at its local socket while a Quayside is
    /// connected to it, which wakes it, else at its TLS port.
    public EngineEndpoint endpoint(String name) throws VmException {
        MachineServices running = services.get(name);
        if (running != null) {
            return running.endpoint();
        }
        MachineFiles files = files(name);
        Optional<EngineEndpoint> local = EngineSocket.served(files.engineSocket());
        return local.isPresent() ? local.get() : LiveMachine.endpoint(config(name), files);
    }

    /// The machine's context of docker's command line, whether it is there or not.
    public ContextState dockerContext(String name) throws VmException {
        return contextOf(name).state();
    }

    /// Makes sure, before there is such a machine, that [#addDockerContext] wouldn't meet somebody else's
    /// context.
    ///
    /// @throws VmException with [VmProblem.ContextTaken] if there is one of that name that isn't ours
    public void requireFreeContext(String name) throws VmException {
        contextOf(name).requireFree();
    }

    /// Makes a context for docker's command line, because the user wants one. It leads to the local socket
    /// while a Quayside is connected to the machine, else to the TLS port.
    ///
    /// @param makeCurrent docker uses it from now on when nothing else is said
    /// @throws VmException with [VmProblem.ContextTaken] if there is one of that name that isn't ours
    public ContextState addDockerContext(String name, boolean makeCurrent) throws VmException {
        DockerContextFile context = contextOf(name);
        context.add(endpoint(name), makeCurrent);
        return context.state();
    }

    /// Removes the context, if it is ours. If it was current, the one before it is again.
    public ContextState removeDockerContext(String name) throws VmException {
        DockerContextFile context = contextOf(name);
        context.remove();
        return context.state();
    }

    /// The first machine's context is called `quayside`, another one's `quayside-NAME`.
    private DockerContextFile contextOf(String name) throws VmException {
        String context = FIRST.contains(name) ? "quayside" : "quayside-" + name;
        Path owner = files(name).folder().toAbsolutePath().normalize();
        return new DockerContextFile(dockerFolder, context, owner.toString());
    }

    /// Stops the processors of a machine that this process is connected to, until somebody needs it.
    ///
    /// @throws VmException also if its hypervisor can't
    public void pause(String name) throws VmException {
        if (!needConnected(name).wakefulness().pause(Duration.ZERO)) {
            throw new VmException(new VmProblem.NotPossible(
                    "The virtual machine can't sleep.", "Its hypervisor doesn't let Quayside stop its processors."));
        }
    }

    /// Wakes a machine that sleeps. Every request at its local socket does that, too.
    public void resume(String name) throws VmException, InterruptedException {
        needConnected(name).wakefulness().resume();
    }

    /// Calls the listener whenever a machine that this process is connected to has fallen asleep (true) or
    /// woken up, on any thread, until the answer is run.
    public Runnable onPause(String name, Consumer<Boolean> listener) throws VmException {
        return needConnected(name).wakefulness().listen(listener);
    }

    /// Changes what a machine does while nothing runs in it, at once.
    public MachineConfig setIdle(String name, IdleSettings wanted) throws VmException {
        MachineConfig changed = control.change(files(name), name, options -> options.withIdle(wanted));
        MachineServices running = services.get(name);
        if (running != null) {
            running.change(wanted);
        }
        return changed;
    }

    /// Changes how much of the data disk may hold memory, from the machine's next start on.
    ///
    /// @param swapMiB 0 for none
    public MachineConfig setSwap(String name, int swapMiB) throws VmException {
        return control.change(files(name), name, options -> options.withSwap(swapMiB));
    }

    /// Has a machine give up memory that only holds copies of files, and waits until the host has it.
    public MemoryReturned giveMemoryBack(String name) throws VmException, InterruptedException {
        LiveMachine machine = needConnected(name);
        machine.wakefulness().resume();
        long before = HostMemory.of(machine.vm().pid());
        machine.guest().dropCaches();
        return new MemoryReturned(before, HostMemory.settled(machine.vm().pid()));
    }

    /// What the containers of a machine that this process is connected to have printed: the largest logs,
    /// 400 at most, the largest first.
    ///
    /// @throws VmException also if the machine was started from an image that doesn't know of it
    public List<ContainerLog> containerLogs(String name) throws VmException, InterruptedException {
        LiveMachine machine = needConnected(name);
        machine.wakefulness().resume();
        return machine.guest().containerLogs();
    }

    /// Cuts the start off such logs, in whole lines. Those of containers that run stay as they are, since
    /// the engine would show nothing of them any more; the answer names them.
    ///
    /// @param containers whole ids; one that is gone is left out
    /// @param keepBytes about how much of the end stays of each
    public TrimmedLogs trimContainerLogs(String name, List<String> containers, long keepBytes)
            throws VmException, InterruptedException {
        LiveMachine machine = needConnected(name);
        machine.wakefulness().resume();
        return machine.guest().trimContainerLogs(containers, keepBytes);
    }

    /// How much of the host's memory a machine takes, in bytes; 0 if it doesn't run, or the host doesn't say.
    public long memoryOnHost(String name) throws VmException {
        return control.running(files(name), config(name))
                .map(vm -> HostMemory.of(vm.pid()))
                .orElse(0L);
    }

    /// Gives blocks of the data disk that nobody uses back to the host. A running machine goes on; a
    /// stopped one's disk is copied without its zeros, which needs room for what is left and finds less, or
    /// made smaller by its hypervisor.
    public ShrinkReport shrink(String name, DiskProgress progress) throws VmException, InterruptedException {
        return control.shrink(files(name), config(name), live.get(name), progress);
    }

    /// Moves the data disk of a stopped machine into another folder; into the machine's own brings it back.
    /// Until the copy was compared, the disk stays where it is. Interrupting the thread takes everything
    /// back.
    ///
    /// @return the disk's file
    public Path moveDisk(String name, Path folder, DiskProgress progress) throws VmException, InterruptedException {
        return control.moveDisk(files(name), config(name), folder, progress);
    }

    /// The data disk's file, wherever it was moved to.
    public Path diskFile(String name) throws VmException {
        Path place = control.dataDisk(files(name));
        try {
            return new DiskFile(place).file();
        } catch (IOException e) {
            throw StoreFailures.of(place, e);
        }
    }

    /// What the data disk takes on the host, in bytes.
    public long diskOnHost(String name) throws VmException, InterruptedException {
        Path place = control.dataDisk(files(name));
        try {
            return SparseFile.allocated(place);
        } catch (IOException e) {
            throw StoreFailures.of(place, e);
        }
    }

    private LiveMachine needConnected(String name) throws VmException {
        return live.get(name)
                .filter(machine -> machine.vm().alive())
                .orElseThrow(() -> new VmException(new VmProblem.NotRunning(name)));
    }

    private void forget(String name) {
        closeServices(name);
        live.remove(name).ifPresent(LiveMachine::close);
    }

    /// Lets go of all machines; they go on running.
    @Override
    public void close() {
        live.names().forEach(this::forget);
    }
}
