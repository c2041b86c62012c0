package io.quayside.vm;

import io.quayside.engine.platform.AppDirs;
import io.quayside.vm.driver.Capabilities;
import io.quayside.vm.driver.RunningVm;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.lifecycle.LiveMachine;
import io.quayside.vm.lifecycle.MachineControl;
import io.quayside.vm.lifecycle.StartListener;
import io.quayside.vm.model.GuestInfo;
import io.quayside.vm.model.MachineConfig;
import io.quayside.vm.model.MachineState;
import io.quayside.vm.model.MachineStatus;
import io.quayside.vm.model.Resources;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import io.quayside.vm.ports.ForwardStatus;
import io.quayside.vm.ports.MachinePorts;
import io.quayside.vm.ports.PortSettings;
import io.quayside.vm.ports.PublishedPorts;
import io.quayside.vm.store.ConfigFile;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The virtual machines of this user: make, start, stop, look at, change and delete them.
///
/// Thread-safe. Calls block; make them from a virtual thread. Machines go on running when this object is closed or its
/// process ends; the next one finds them.
public final class Machines implements AutoCloseable {
    private final AppDirs dirs;
    private final MachineControl control;
    private final Map<String, LiveMachine> live = new ConcurrentHashMap<>();
    private final Map<String, MachinePorts> ports = new ConcurrentHashMap<>();

    public Machines(AppDirs dirs, MachineControl control) {
        this.dirs = dirs;
        this.control = control;
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
        LiveMachine known = live.get(name);
        if (known != null && known.vm().alive() && !known.link().ended().isDone()) {
            return known;
        }
        forget(name);
        LiveMachine machine = control.start(files(name), config(name), listener, (event, data) -> {});
        live.put(name, machine);
        MachinePorts following = portsOf(name, machine.config());
        following.follow(machine.endpoint(), machine.link());
        machine.link().ended().thenRun(following::close);
        return machine;
    }

    /// Stops a machine, its containers first. Does nothing if it doesn't run.
    public void stop(String name) throws VmException, InterruptedException {
        closePorts(name);
        control.stop(files(name), config(name), Optional.ofNullable(live.remove(name)));
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
        forget(name);
        ports.remove(name);
    }

    /// Changes what a machine may use: a larger disk at once, processors and memory at its next start.
    public MachineConfig resize(String name, Resources wanted) throws VmException, InterruptedException {
        return control.resize(files(name), config(name), wanted, Optional.ofNullable(live.get(name)));
    }

    /// The folders of this computer that a machine sees.
    public List<Share> shares(String name) throws VmException {
        return config(name).shares();
    }

    /// The same, each with how far it is.
    public List<ShareStatus> shareStates(String name) throws VmException {
        return config(name).shares().stream()
                .map(share -> new ShareStatus(share, ShareStatus.State.WAITING, ""))
                .toList();
    }

    /// Says which folders a machine sees. A machine that runs has them when this returns: new ones are mounted, and
    /// those
    /// that are no longer wanted go. One that can't be mounted is kept, with the reason in its status.
    ///
    /// @throws VmException with [VmProblem.ShareInUse] if a container uses a folder that is to go, with
    /// [VmProblem.ShareRefused] if two of them overlap; then nothing has changed
    public List<ShareStatus> setShares(String name, List<Share> wanted) throws VmException, InterruptedException {
        control.setShares(files(name), config(name), wanted);
        return shareStates(name);
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
        LiveMachine connected = live.get(name);
        if (connected == null || connected.link().ended().isDone()) {
            // Another process may be connected to the guest, so it isn't asked; the engine is, by whoever wants to
            // know.
            return new MachineStatus(
                    name, MachineState.RUNNING, Optional.of(config), Optional.empty(), Optional.empty());
        }
        GuestInfo info = connected.guest().info();
        MachineState state = info.engine().equals("running") ? MachineState.RUNNING : MachineState.DEGRADED;
        return new MachineStatus(name, state, Optional.of(config), Optional.of(info), Optional.empty());
    }

    private static MachineStatus failed(String name, Optional<MachineConfig> config, VmException e) {
        return new MachineStatus(name, MachineState.FAILED, config, Optional.empty(), Optional.of(e.problem()));
    }

    /// What the machine was made as.
    public MachineConfig config(String name) throws VmException {
        MachineFiles files = files(name);
        if (!Files.exists(files.folder())) {
            throw new VmException(new VmProblem.NoSuchMachine(name));
        }
        return ConfigFile.read(files.config());
    }

    /// The connection to a running machine that this process has, if any.
    public Optional<LiveMachine> connected(String name) {
        return Optional.ofNullable(live.get(name));
    }

    MachineFiles files(String name) throws VmException {
        if (!MachineConfig.isName(name)) {
            throw new VmException(new VmProblem.BadName(name));
        }
        return MachineFiles.of(dirs, name);
    }

    /// The ports of this host that lead into a machine, or should: those that its containers publish, then the user's
    /// rules.
    public List<ForwardStatus> forwards(String name) throws VmException {
        return portsOf(name, config(name)).forwards();
    }

    /// Calls the listener with all forwards of a machine whenever one has changed, on any thread, until the answer is
    /// run.
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

    private void closePorts(String name) {
        MachinePorts following = ports.get(name);
        if (following != null) {
            following.close();
        }
    }

    private void forget(String name) {
        closePorts(name);
        LiveMachine known = live.remove(name);
        if (known != null) {
            known.close();
        }
    }

    /// Lets go of all machines; they go on running.
    @Override
    public void close() {
        live.keySet().forEach(this::forget);
    }
}
