package io.quayside.engine.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stores of all containers, which together take no more disk than allowed: the container that was looked at
/// longest ago goes first. It lives as long as the program; what an earlier run left behind is deleted.
///
/// Any thread may call.
public final class LogShelf implements AutoCloseable {
    /// What all stores may take together unless the user says otherwise.
    public static final long DEFAULT_LIMIT = 2_000_000_000L;

    private static final Logger LOG = LoggerFactory.getLogger(LogShelf.class);
    private static final Pattern PROCESS = Pattern.compile("\\d+");
    private static final long LARGEST_SEGMENT = 64L << 20;
    private static final long SMALLEST_SEGMENT = 64L << 10;

    private final Path folder;
    private final LongSupplier limit;
    private final Map<String, LogStore> stores = new HashMap<>(); // guarded by this
    private int made; // guarded by this

    /// @param folder of Quayside's own, in which each run of the program has one
    /// @param limit bytes that all stores may take, asked each time
    public LogShelf(Path folder, LongSupplier limit) {
        this.folder = folder.resolve(Long.toString(ProcessHandle.current().pid()));
        this.limit = limit;
        Thread.ofVirtual().name("log-leftovers").start(() -> deleteLeftovers(folder));
    }

    /// The store of a container; the same one each time.
    public synchronized LogStore store(String containerId) {
        LogStore store = stores.get(containerId);
        if (store == null) {
            long segment = Math.clamp(limit.getAsLong() / 8, SMALLEST_SEGMENT, LARGEST_SEGMENT);
            createFolder();
            store = new LogStore(this, folder.resolve(Integer.toString(made++)), segment);
            stores.put(containerId, store);
        }
        store.touch();
        return store;
    }

    /// Deletes what is kept of a container; a next [#store] begins anew.
    public synchronized void discard(String containerId) {
        LogStore store = stores.remove(containerId);
        if (store != null) {
            try {
                store.close();
            } catch (IOException e) {
                LOG.warn("The kept output of a container couldn't be deleted", e);
            }
        }
    }

    private void createFolder() {
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What all stores take.
    public synchronized long size() {
        return stores.values().stream().mapToLong(LogStore::size).sum();
    }

    /// Drops what is too much, the store that was touched longest ago first, the one that grew last.
    synchronized void grew(LogStore grown) throws IOException {
        long over = size() - limit.getAsLong();
        if (over <= 0) {
            return;
        }
        List<LogStore> byAge = stores.values().stream()
                .filter(store -> !store.equals(grown))
                .sorted(Comparator.comparingLong(LogStore::touched))
                .toList();
        for (LogStore store : byAge) {
            while (size() > limit.getAsLong() && store.dropOldest(false)) {
                // the next part
            }
        }
        while (size() > limit.getAsLong() && grown.dropOldest(false)) {
            // the next part
        }
    }

    @Override
    public synchronized void close() {
        for (LogStore store : stores.values()) {
            try {
                store.close();
            } catch (IOException e) {
                LOG.warn("The kept output of a container couldn't be deleted", e);
            }
        }
        stores.clear();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            LOG.warn("The folder of kept output couldn't be deleted", e);
        }
    }

    /// Folders of runs that ended without closing theirs.
    private static void deleteLeftovers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> runs = Files.list(folder)) {
            for (Path run : runs.toList()) {
                String name = run.getFileName().toString();
                if (PROCESS.matcher(name).matches()
                        && ProcessHandle.of(Long.parseLong(name)).isEmpty()) {
                    deleteTree(run);
                }
            }
        } catch (IOException e) {
            LOG.warn("Kept output of an earlier run couldn't be deleted", e);
        }
    }

    private static void deleteTree(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
