package io.quayside.vm.share;

import io.quayside.vm.error.VmException;
import io.quayside.vm.guest.Guest;
import io.quayside.vm.guest.GuestStream;
import io.quayside.vm.guest.StreamTarget;
import io.quayside.vm.model.Share;
import io.quayside.vm.model.ShareStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One folder that a running machine has mounted, or should have. A virtual thread serves it. Thread-safe.
final class MountedShare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MountedShare.class);
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Share share;
    private final Guest guest;
    private final Replay replay = new Replay();
    private @Nullable SharedFolder folder;
    private @Nullable Requests requests;
    private @Nullable Session session;
    private @Nullable FolderWatch watch;
    private List<TreePath> watched = List.of();
    private volatile ShareStatus status;

    private MountedShare(Share share, Guest guest) {
        this.share = share;
        this.guest = guest;
        status = new ShareStatus(share, ShareStatus.State.WAITING, "");
    }

    /// Serves and mounts the folder; what goes wrong is in the status.
    static MountedShare mount(Share share, Guest guest, Path owners) throws InterruptedException {
        MountedShare mounted = new MountedShare(share, guest);
        try {
            mounted.mount(owners);
        } catch (IOException e) {
            mounted.failed(String.valueOf(e.getMessage()));
        } catch (VmException e) {
            mounted.failed(e.problem().words().why());
        }
        return mounted;
    }

    private void mount(Path owners) throws IOException, VmException, InterruptedException {
        if (!Files.isDirectory(share.hostFolder())) {
            failed("The folder isn't there.");
            return;
        }
        SharedFolder served =
                new SharedFolder(new NioTree(share.hostFolder()), new Ownership(owners), share.readOnly());
        folder = served;
        Requests answers = new Requests(served, replay, forgetting());
        requests = answers;
        GuestStream stream = guest.link().connect(StreamTarget.share(share.guestPath(), share.readOnly() ? "ro" : ""));
        Session serving = new Session(Wire.of(stream, Session.ROOM), answers);
        session = serving;
        Thread.ofVirtual().name("share of " + share.guestPath()).start(() -> serve(serving));
        guest.link().ask("await-share", Map.of("path", share.guestPath()), LIMIT);
        if (status.state() == ShareStatus.State.WAITING) {
            status = new ShareStatus(share, ShareStatus.State.MOUNTED, "");
        }
    }

    private Forgetting forgetting() {
        return new Forgetting() {
            @Override
            public void attributes(List<Long> nodes) throws InterruptedException {
                forget(Map.of("path", share.guestPath(), "attributes", nodes));
            }

            @Override
            public void unused() throws InterruptedException {
                forget(Map.of("path", share.guestPath(), "unused", true));
            }
        };
    }

    private void forget(Map<String, Object> what) throws InterruptedException {
        try {
            guest.link().ask("share-forget", what, LIMIT);
        } catch (VmException e) {
            LOG.debug("{}: {}", share.guestPath(), e.getMessage());
        }
    }

    private void serve(Session serving) {
        try {
            String reason = serving.run();
            failed(reason.isEmpty() ? "The machine let go of it." : reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failed(String reason) {
        LOG.debug("{} is not shared: {}", share.guestPath(), reason);
        status = new ShareStatus(share, ShareStatus.State.FAILED, reason);
    }

    Share share() {
        return share;
    }

    ShareStatus status() {
        return status;
    }

    boolean mounted() {
        return status.state() == ShareStatus.State.MOUNTED;
    }

    /// Watches the parts of it that containers have mounted, for their own watchers.
    ///
    /// @param paths in the guest, of this share or of others
    synchronized void watch(Set<String> paths) {
        List<TreePath> wanted = places(paths);
        if (wanted.equals(watched)) {
            return;
        }
        stopWatching();
        SharedFolder served = folder;
        Requests answers = requests;
        if (wanted.isEmpty() || served == null || answers == null || !mounted()) {
            return;
        }
        try {
            watch = FolderWatch.start(share.hostFolder(), wanted, served.recent(), sender(answers));
            watched = wanted;
        } catch (IOException e) {
            LOG.warn("Changes of {} reach no watchers: {}", share.hostFolder(), e.getMessage());
        }
    }

    private ChangeSender sender(Requests answers) {
        return new ChangeSender(guest.link(), share.guestPath(), replay, answers.nodes());
    }

    private List<TreePath> places(Set<String> paths) {
        List<TreePath> places = new ArrayList<>();
        for (String path : paths.stream().sorted().toList()) {
            if (!path.equals(share.guestPath()) && !path.startsWith(share.guestPath() + "/")) {
                continue;
            }
            try {
                TreePath place = TreePath.ROOT;
                for (String name : path.substring(share.guestPath().length()).split("/")) {
                    place = name.isEmpty() ? place : place.child(name);
                }
                places.add(place);
            } catch (Refused e) {
                LOG.debug("{} isn't watched", path);
            }
        }
        return places;
    }

    private synchronized void stopWatching() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        watched = List.of();
    }

    /// Asks the guest to let go of it.
    ///
    /// @throws VmException with the guest's reason if something uses it
    void unmount() throws VmException, InterruptedException {
        if (mounted()) {
            stopWatching();
            guest.unmount(share.guestPath());
        }
        close();
    }

    @Override
    public synchronized void close() {
        if (watch != null) {
            watch.close();
        }
        if (session != null) {
            session.close();
        }
        if (folder != null) {
            try {
                folder.close();
            } catch (IOException e) {
                LOG.debug("Owners in {}: {}", share.hostFolder(), e.getMessage());
            }
        }
    }
}
