package io.quayside.desktop.engines;

import io.quayside.desktop.machine.HostCapacity;
import io.quayside.desktop.machine.HostMachines;
import io.quayside.desktop.machine.MachineDisk;
import io.quayside.desktop.machine.UnsharedFolders;
import io.quayside.desktop.state.EngineChoice;
import io.quayside.desktop.state.EngineSession;
import io.quayside.desktop.task.Subscription;
import io.quayside.desktop.ui.engine.CliContext;
import io.quayside.desktop.ui.engine.disk.EngineDisk;
import io.quayside.desktop.ui.mounts.MountableFolders;
import io.quayside.desktop.ui.settings.machine.FolderSharing;
import io.quayside.desktop.ui.settings.machine.MachineLimits;
import io.quayside.desktop.ui.settings.machine.MachineSettings;
import io.quayside.desktop.ui.settings.machine.PortForwarding;
import io.quayside.vm.context.DockerContextFile;
import io.quayside.vm.disk.DiskProgress;
import io.quayside.vm.disk.ShrinkReport;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.idle.MemoryReturned;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.model.ContainerLog;
import io.quayside.vm.model.GuestInfo;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.MachineStatus;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import io.quayside.vm.model.TrimmedLogs;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.PortSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The machine whose engine is in the window. Restarts go through the session, so that the window shows them as such.
public final class MachineInUse
        implements MachineSettings, FolderSharing, PortForwarding, EngineDisk, CliContext, MountableFolders {
    private final HostMachines machines;
    private final EngineSession session;
    private final StoppedMachine stopped;

    public MachineInUse(HostMachines machines, EngineSession session) {
        this.machines = machines;
        this.session = session;
        this.stopped = new StoppedMachine(session);
    }

    @Override
    public Optional<String> machine() {
        return session.choice().map(EngineChoice::key).flatMap(FoundEngines::machineOf);
    }

    @Override
    public int runningContainers() {
        return (int) session.mirror().snapshot().containers().stream()
                .flatMap(all -> all.values().stream())
                .filter(container -> container.isUp())
                .count();
    }

    @Override
    public Subscription onStatus(Runnable listener) {
        return session.onStatus(ignored -> listener.run());
    }

    @Override
    public Facts facts(String name) throws VmException, InterruptedException {
        MachineConfig config = machines.machines().config(name);
        MachineStatus status = machines.machines().inspect(name);
        Optional<GuestInfo> guest = status.guest();
        Path folder = machines.machines().filesOf(name).folder();
        return new Facts(
                name,
                new MachineLimits(
                        config.resources(),
                        config.options().swapMiB(),
                        config.options().idle()),
                HostCapacity.measure(folder),
                status.state() != MachineState.STOPPED,
                sleep(name, status.state()),
                guest.isPresent() ? OptionalLong.of(guest.get().memoryUsedBytes()) : OptionalLong.empty(),
                guest.isPresent() ? OptionalLong.of(guest.get().diskUsedBytes()) : OptionalLong.empty(),
                MachineDisk.of(machines.machines(), name));
    }

    /// Of a machine that this process isn't connected to, it isn't known whether it could.
    private Sleep sleep(String name, MachineState state) {
        if (state == MachineState.PAUSED) {
            return Sleep.ASLEEP;
        }
        return machines.machines()
                        .connected(name)
                        .filter(machine -> !machine.wakefulness().canPause())
                        .isPresent()
                ? Sleep.IMPOSSIBLE
                : Sleep.AWAKE;
    }

    @Override
    public void apply(Facts from, MachineLimits wanted) throws VmException, InterruptedException {
        if (isInWindow(from) && wanted.countsFromStart(from.applied())) {
            stopped.meanwhile(from.name(), () -> change(from, wanted));
        } else {
            change(from, wanted);
        }
    }

    private MachineLimits change(Facts from, MachineLimits wanted) throws VmException, InterruptedException {
        MachineLimits before = from.applied();
        if (!wanted.resources().equals(before.resources())) {
            machines.machines().resize(from.name(), wanted.resources());
        }
        if (wanted.swapMiB() != before.swapMiB()) {
            machines.machines().setSwap(from.name(), wanted.swapMiB());
        }
        if (!wanted.idle().equals(before.idle())) {
            machines.machines().setIdle(from.name(), wanted.idle());
        }
        return wanted;
    }

    @Override
    public MemoryReturned giveMemoryBack(String name) throws VmException, InterruptedException {
        return machines.machines().giveMemoryBack(name);
    }

    @Override
    public Path moveDisk(Facts from, Optional<Path> folder, DiskProgress progress)
            throws VmException, InterruptedException {
        String name = from.name();
        Path to = folder.orElse(machines.machines().filesOf(name).folder());
        return isInWindow(from)
                ? stopped.meanwhile(name, () -> machines.machines().moveDisk(name, to, progress))
                : machines.machines().moveDisk(name, to, progress);
    }

    private boolean isInWindow(Facts facts) {
        return facts.running() && machine().filter(facts.name()::equals).isPresent();
    }

    @Override
    public Folders read(String name) throws VmException, InterruptedException {
        boolean served = machines.machines()
                .connected(name)
                .filter(machine -> !machine.link().ended().isDone())
                .isPresent();
        boolean running = served || machines.machines().inspect(name).state() != MachineState.STOPPED;
        List<Folder> all = machines.machines().shareStates(name).stream()
                .map(status ->
                        new Folder(status, Files.isDirectory(status.share().hostFolder())))
                .toList();
        return new Folders(name, running, served, all);
    }

    @Override
    public void apply(String name, List<Share> wanted) throws VmException, InterruptedException {
        machines.machines().setShares(name, wanted);
    }

    @Override
    public List<Path> missing(String name, Collection<String> paths) throws VmException {
        return UnsharedFolders.among(paths, machines.machines().config(name).shares());
    }

    @Override
    public void share(String name, List<Path> folders) throws VmException, InterruptedException {
        List<Share> all = new ArrayList<>(machines.machines().config(name).shares());
        folders.forEach(folder -> all.add(Share.of(folder, false)));
        Optional<ShareStatus> failed = machines.machines().setShares(name, all).stream()
                .filter(status -> status.state() == ShareStatus.State.FAILED
                        && folders.contains(status.share().hostFolder()))
                .findFirst();
        if (failed.isPresent()) {
            throw new VmException(new VmProblem.ShareRefused(
                    failed.get().share().hostFolder().toString(), failed.get().reason()));
        }
    }

    @Override
    public List<Bind> binds() {
        return session.mirror().snapshot().containers().stream()
                .flatMap(all -> all.values().stream())
                .flatMap(container -> container.mounts().stream()
                        .filter(mount -> mount.type().equals("bind"))
                        .map(mount -> new Bind(container.name(), mount.source(), container.isUp())))
                .toList();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        return Subscription.all(
                session.onStatus(ignored -> listener.run()), session.mirror().onChange(ignored -> listener.run()));
    }

    @Override
    public Ports ports(String name) throws VmException {
        PortSettings settings = machines.machines().config(name).options().ports();
        return new Ports(name, settings, machines.machines().forwards(name));
    }

    @Override
    public Subscription onPorts(String name, Consumer<List<ForwardStatus>> listener) throws VmException {
        Runnable end = machines.machines().onForwards(name, listener);
        return end::run;
    }

    @Override
    public void setPorts(String name, PortSettings wanted) throws VmException {
        machines.machines().setPorts(name, wanted);
    }

    @Override
    public void retryPorts(String name) throws VmException {
        machines.machines().retryForwards(name);
    }

    @Override
    public List<String> containers() {
        return session.mirror().snapshot().containers().stream()
                .flatMap(all -> all.values().stream())
                .map(container -> container.name())
                .sorted()
                .toList();
    }

    @Override
    public Optional<EngineDisk.Use> use() throws VmException, InterruptedException {
        Optional<String> name = machine();
        Optional<LiveMachine> live = name.flatMap(machines.machines()::connected)
                .filter(machine -> !machine.link().ended().isDone()
                        && !machine.wakefulness().paused());
        if (name.isEmpty() || live.isEmpty()) {
            return Optional.empty();
        }
        GuestInfo guest = live.get().guest().info();
        return Optional.of(new EngineDisk.Use(
                name.get(),
                guest.diskTotalBytes(),
                guest.diskUsedBytes(),
                machines.machines().diskOnHost(name.get()),
                HostCapacity.measure(machines.machines().filesOf(name.get()).folder())
                        .diskFreeBytes()));
    }

    @Override
    public List<ContainerLog> logs(String machine) throws VmException, InterruptedException {
        return machines.machines().containerLogs(machine);
    }

    @Override
    public TrimmedLogs trimLogs(String machine, List<String> containers, long keepBytes)
            throws VmException, InterruptedException {
        return machines.machines().trimContainerLogs(machine, containers, keepBytes);
    }

    @Override
    public void returnBlocks(String machine) throws VmException, InterruptedException {
        machines.machines().shrink(machine, DiskProgress.none());
    }

    @Override
    public ShrinkReport shrink(String machine, DiskProgress progress) throws VmException, InterruptedException {
        return stopped.meanwhile(machine, () -> machines.machines().shrink(machine, progress));
    }

    @Override
    public Path dockerFolder() {
        return DockerContextFile.dockerFolder(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    @Override
    public Optional<CliContext.Found> context() throws VmException {
        Optional<String> name = machine();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CliContext.Found(name.get(), machines.machines().dockerContext(name.get())));
    }

    @Override
    public CliContext.Found addContext(String machine, boolean makeDefault) throws VmException {
        return new CliContext.Found(machine, machines.machines().addDockerContext(machine, makeDefault));
    }

    @Override
    public CliContext.Found removeContext(String machine) throws VmException {
        return new CliContext.Found(machine, machines.machines().removeDockerContext(machine));
    }
}
