package io.quayside.vm.share;

import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.vm.error.VmException;
import io.quayside.vm.error.VmProblem;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import io.quayside.vm.store.MachineFiles;
import io.quayside.vm.store.PrivateFiles;
import io.quayside.vm.store.StoreFailures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The shared folders of one running machine. They go with the connection to the machine: containers that
/// have one mounted get errors from it when this is closed, until they are started again.
///
/// Thread-safe; calls wait for each other.
public final class MountedShares implements AutoCloseable {
    private static final Duration SHORT = Duration.ofSeconds(20);

    private final Guest guest;
    private final MachineFiles files;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Share, MountedShare> shares = new LinkedHashMap<>();
    private Optional<EngineEndpoint> engine = Optional.empty();
    private volatile Optional<ContainerMounts> mounts = Optional.empty();
    private Set<String> bound = Set.of();

    public MountedShares(Guest guest, MachineFiles files) {
        this.guest = guest;
        this.files = files;
    }

    /// Mounts and unmounts until the machine has exactly these. One that can't be mounted is tried again
    /// the next time.
    ///
    /// @throws VmException with [VmProblem.ShareInUse] if a container uses one that is to go; then all is
    /// as it was
    public void apply(List<Share> wanted) throws VmException, InterruptedException {
        lock.lockInterruptibly();
        try {
            List<Share> before = List.copyOf(shares.keySet());
            try {
                removeAllBut(wanted);
            } catch (VmException e) {
                addAll(before);
                throw e;
            }
            addAll(wanted);
            followIfThereAreSome();
            shares.values().forEach(share -> share.watch(bound));
        } finally {
            lock.unlock();
        }
    }

    private void removeAllBut(List<Share> wanted) throws VmException, InterruptedException {
        for (MountedShare mounted : new ArrayList<>(shares.values())) {
            if (wanted.contains(mounted.share()) && mounted.mounted()) {
                continue;
            }
            try {
                mounted.unmount();
            } catch (VmException e) {
                String folder = mounted.share().hostFolder().toString();
                throw new VmException(new VmProblem.ShareInUse(folder), e);
            }
            shares.remove(mounted.share());
        }
    }

    private void addAll(List<Share> wanted) throws VmException, InterruptedException {
        for (Share share : wanted) {
            if (!shares.containsKey(share)) {
                shares.put(share, MountedShare.mount(share, guest, owners(share)));
            }
        }
    }

    private Path owners(Share share) throws VmException {
        Path file = files.owners(share.hostFolder());
        try {
            PrivateFiles.createFolder(file.resolveSibling(""));
            return file;
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }

    /// Has changes of the host reach watchers in containers, from now on.
    public void follow(EngineEndpoint endpoint) {
        lock.lock();
        try {
            engine = Optional.of(endpoint);
            followIfThereAreSome();
        } finally {
            lock.unlock();
        }
    }

    private void followIfThereAreSome() {
        if (shares.isEmpty() || engine.isEmpty() || mounts.isPresent()) {
            return;
        }
        mounts = Optional.of(ContainerMounts.follow(engine.get(), this::watch));
    }

    /// The engine was away and runs again. Never waits.
    public void engineRuns() {
        mounts.ifPresent(ContainerMounts::engineRuns);
    }

    private void watch(Set<String> paths) {
        List<MountedShare> all;
        lock.lock();
        try {
            bound = paths;
            all = List.copyOf(shares.values());
        } finally {
            lock.unlock();
        }
        all.forEach(share -> share.watch(paths));
    }

    /// Lets the engine start, which waits for the folders that containers mount.
    public void complete() throws VmException, InterruptedException {
        guest.link().ask("shares-mounted", Map.of(), SHORT);
    }

    /// How far each of these is.
    public List<ShareStatus> states(List<Share> wanted) {
        lock.lock();
        try {
            return wanted.stream().map(this::state).toList();
        } finally {
            lock.unlock();
        }
    }

    private ShareStatus state(Share share) {
        MountedShare mounted = shares.get(share);
        return mounted == null ? new ShareStatus(share, ShareStatus.State.WAITING, "") : mounted.status();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            mounts.ifPresent(ContainerMounts::close);
            shares.values().forEach(MountedShare::close);
            shares.clear();
        } finally {
            lock.unlock();
        }
    }
}
