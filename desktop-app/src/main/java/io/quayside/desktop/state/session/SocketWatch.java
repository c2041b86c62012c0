package io.quayside.desktop.state.session;

import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when a socket file is made in its folder: an engine that comes back makes a new one.
///
/// One virtual thread per watch, which ends with it.
final class SocketWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWatch.class);

    private SocketWatch() {}

    /// Watches until the handle is closed. Without the folder, or on a file system that can't be watched, it does
    /// nothing: the regular attempts remain.
    static Subscription on(Path socket, Runnable appeared) {
        Path folder = socket.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return () -> {};
        }
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
            Thread.ofVirtual().name("socket-watch").start(() -> watch(service, socket.getFileName(), appeared));
            return () -> close(service);
        } catch (IOException e) {
            LOG.info("{} can't be watched: {}", folder, e.toString());
            return () -> {};
        }
    }

    private static void watch(WatchService service, Path name, Runnable appeared) {
        try {
            while (true) {
                WatchKey key = service.take();
                boolean mine = key.pollEvents().stream().anyMatch(event -> isAbout(event, name));
                if (mine) {
                    appeared.run();
                }
                if (!key.reset()) {
                    return;
                }
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The watch on {} ended", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isAbout(WatchEvent<?> event, Path name) {
        // An overflow means that events were dropped, ours perhaps among them.
        return event.kind().equals(StandardWatchEventKinds.OVERFLOW) || name.equals(event.context());
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("A watch did not close", e);
        }
    }
}
