package io.quayside.desktop.state.session;

import io.quayside.desktop.task.Subscription;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells when a socket file is made: an engine that comes back makes a new one.
///
/// One virtual thread per watch, which ends with it. While the socket's folder isn't there, the nearest one above it
/// that
/// is there is watched.
final class SocketWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SocketWatch.class);

    private final Path socket;
    private final WatchService service;
    private final Runnable appeared;
    private SocketMark known; // of the watch's thread

    private SocketWatch(Path socket, SocketMark known, WatchService service, Runnable appeared) {
        this.socket = socket;
        this.known = known;
        this.service = service;
        this.appeared = appeared;
    }

    /// Watches until the handle is closed. On a file system that can't be watched it does nothing: the regular attempts
    /// remain.
    ///
    /// @param known the socket at the last attempt; another one that has come since is told at once
    static Subscription on(Path socket, SocketMark known, Runnable appeared) {
        try {
            WatchService service = FileSystems.getDefault().newWatchService();
            SocketWatch watch = new SocketWatch(socket.toAbsolutePath(), known, service, appeared);
            Thread.ofVirtual().name("socket-watch").start(watch::run);
            return () -> close(service);
        } catch (IOException e) {
            LOG.info("{} can't be watched: {}", socket, e.toString());
            return () -> {};
        }
    }

    private void run() {
        try {
            while (true) {
                Path folder = nearestFolder();
                WatchKey key = folder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
                // What was made since the last look and before the registration gives no event.
                look();
                if (folder.equals(nearestFolder())) {
                    awaitChange(key);
                }
                key.cancel();
            }
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The watch on {} ended", socket);
        } catch (IOException e) {
            LOG.info("{} can't be watched any more: {}", socket, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits while only other files than the socket and its folders are made.
    private void awaitChange(WatchKey key) throws InterruptedException {
        Path folder = nearestFolder();
        while (service.take().equals(key)) {
            key.pollEvents();
            look();
            if (!key.reset() || !folder.equals(nearestFolder())) {
                return;
            }
        }
    }

    private void look() {
        SocketMark now = SocketMark.of(socket);
        if (known.isReplacedBy(now)) {
            known = now;
            appeared.run();
        }
    }

    private Path nearestFolder() {
        Path folder = socket.getParent();
        while (folder != null && folder.getParent() != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? socket : folder;
    }

    private static void close(WatchService service) {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("A watch did not close", e);
        }
    }
}
