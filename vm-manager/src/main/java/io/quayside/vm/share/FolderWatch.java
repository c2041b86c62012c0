package io.quayside.vm.share;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of changes in parts of a shared folder that programs of the host make, in batches. One virtual thread.
///
/// It watches at most [#MOST] folders, those near to the start first, and none below [#LEFT_OUT]. On Linux
/// and Windows changes are known at once, on macOS the JDK looks every few seconds.
final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    static final int MOST = 8192;
    static final Set<String> LEFT_OUT = Set.of("node_modules", ".git");

    private static final long PAUSE_MILLIS = 20;

    private final Path root;
    private final RecentChanges ofGuests;
    private final Listener listener;
    private final WatchService service;
    private final Map<WatchKey, TreePath> watched = new HashMap<>();
    private final Map<TreePath, WatchKey> keys = new HashMap<>();
    private volatile boolean full;

    /// Who is told, on the watching thread.
    interface Listener {
        void changed(List<HostChange> changes);
    }

    private FolderWatch(Path root, RecentChanges ofGuests, Listener listener) throws IOException {
        this.root = root;
        this.ofGuests = ofGuests;
        this.listener = listener;
        service = root.getFileSystem().newWatchService();
    }

    /// Watches these places and all below them.
    static FolderWatch start(Path root, List<TreePath> places, RecentChanges ofGuests, Listener listener)
            throws IOException {
        FolderWatch watch = new FolderWatch(root, ofGuests, listener);
        Thread.ofVirtual().name("share watch").start(() -> watch.run(places));
        return watch;
    }

    private void run(List<TreePath> places) {
        try {
            for (TreePath place : places) {
                watchBelow(place, found -> {});
            }
            while (true) {
                List<HostChange> changes = new ArrayList<>();
                for (WatchKey key = service.take();
                        key != null;
                        key = service.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    read(key, changes);
                }
                if (!changes.isEmpty()) {
                    listener.changed(changes);
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("{} is no longer watched", root);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(WatchKey key, List<HostChange> changes) {
        TreePath folder = watched.get(key);
        List<WatchEvent<?>> events = key.pollEvents();
        if (folder == null) {
            return;
        }
        for (WatchEvent<?> event : events) {
            if (event.context() instanceof Path name) {
                try {
                    read(event.kind(), folder.child(name.toString()), changes);
                } catch (Refused e) {
                    // A name that guests can't have either.
                }
            } else {
                changes.add(new HostChange(HostChange.Kind.MODIFIED, folder, true, false));
            }
        }
        if (!key.reset()) {
            forget(folder);
        }
    }

    private void read(WatchEvent.Kind<?> kind, TreePath path, List<HostChange> changes) {
        boolean ours = ofGuests.has(path);
        if (kind.equals(StandardWatchEventKinds.ENTRY_DELETE)) {
            boolean folder = keys.containsKey(path);
            if (folder) {
                forget(path);
            }
            if (!ours) {
                changes.add(new HostChange(HostChange.Kind.DELETED, path, folder, false));
            }
            return;
        }
        Path host = root.resolve(path.text());
        boolean folder = Files.isDirectory(host, LinkOption.NOFOLLOW_LINKS);
        if (kind.equals(StandardWatchEventKinds.ENTRY_MODIFY)) {
            if (!ours && !folder) {
                changes.add(new HostChange(HostChange.Kind.MODIFIED, path, false, false));
            }
            return;
        }
        if (!ours) {
            changes.add(new HostChange(HostChange.Kind.MADE, path, folder, Files.isSymbolicLink(host)));
        }
        if (folder) {
            // What came into it before it was watched has no events of its own.
            watchBelow(path, ours ? found -> {} : changes::add);
        }
    }

    /// Watches a folder and those in it, the near ones first.
    private void watchBelow(TreePath start, Consumer<HostChange> found) {
        Deque<TreePath> next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            TreePath folder = next.remove();
            if (LEFT_OUT.contains(folder.name()) || keys.containsKey(folder)) {
                continue;
            }
            if (keys.size() >= MOST) {
                full = true;
                return;
            }
            try {
                enter(folder, next, found);
            } catch (IOException e) {
                LOG.debug("{} can't be watched: {}", folder, e.getMessage());
                full = true;
            }
        }
    }

    private void enter(TreePath folder, Deque<TreePath> next, Consumer<HostChange> found) throws IOException {
        Path host = root.resolve(folder.text());
        if (!Files.isDirectory(host, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        WatchKey key = host.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_DELETE,
                StandardWatchEventKinds.ENTRY_MODIFY);
        watched.put(key, folder);
        keys.put(folder, key);
        try (var entries = Files.newDirectoryStream(host)) {
            for (Path entry : entries) {
                TreePath path = folder.child(String.valueOf(entry.getFileName()));
                boolean inner = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                found.accept(new HostChange(HostChange.Kind.MADE, path, inner, Files.isSymbolicLink(entry)));
                if (inner) {
                    next.add(path);
                }
            }
        }
    }

    private void forget(TreePath folder) {
        keys.entrySet().removeIf(entry -> {
            boolean below = entry.getKey().startsWith(folder);
            if (below) {
                entry.getValue().cancel();
                watched.remove(entry.getValue());
            }
            return below;
        });
    }

    /// Whether there are folders that it doesn't watch because there are too many.
    boolean full() {
        return full;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("Watching {} ended: {}", root, e.getMessage());
        }
    }
}
