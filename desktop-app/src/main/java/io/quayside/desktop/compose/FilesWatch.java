package io.quayside.desktop.compose;

import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when one of some files may have changed, came or went. One virtual thread per watch, which ends with it.
public final class FilesWatch {
    private static final Logger LOG = LoggerFactory.getLogger(FilesWatch.class);

    private FilesWatch() {}

    /// Watches until the handle is closed. What can't be watched, such as a folder that isn't there, is left out.
    ///
    /// @param files with absolute paths
    /// @param changed runs on the watch's thread
    public static Subscription on(Collection<Path> files, Runnable changed) {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            Thread.ofVirtual().name("files-watch").start(() -> run(service, Set.copyOf(files), changed));
            return () -> close(service);
        } catch (IOException e) {
            LOG.info("{} can't be watched: {}", files, e.toString());
            return () -> {};
        }
    }

    private static void run(WatchService service, Set<Path> files, Runnable changed) {
        try {
            Map<WatchKey, Path> folders = new HashMap<>();
            for (Path folder : folders(files)) {
                folders.put(
                        folder.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE),
                        folder);
            }
            // What changed before the registration gives no event.
            changed.run();
            while (true) {
                WatchKey key = service.take();
                Path folder = folders.get(key);
                boolean ours = key.pollEvents().stream()
                        .anyMatch(event -> folder == null
                                || !(event.context() instanceof Path name)
                                || files.contains(folder.resolve(name)));
                key.reset();
                if (ours) {
                    changed.run();
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The watch on {} ended", files);
        } catch (IOException e) {
            LOG.info("{} can't be watched any more: {}", files, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Set<Path> folders(Set<Path> files) {
        Set<Path> folders = new HashSet<>();
        for (Path file : files) {
            Path folder = file.getParent();
            if (folder != null && Files.isDirectory(folder)) {
                folders.add(folder);
            }
        }
        return folders;
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("A watch can't be closed", e);
        }
    }
}
