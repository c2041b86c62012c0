package io.quayside.desktop.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds the place of the one window of a runtime directory.
///
/// A lock on a file decides who holds it, since the system drops locks of processes that died; a socket beside it takes
/// the wish of a second start to see the window. The directory has to be private to the user.
///
/// One virtual thread accepts and ends when this is closed; each wish is read on one of its own.
public final class SingleInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SingleInstance.class);
    private static final String LOCK = "window.lock";
    private static final String SOCKET = "window.sock";
    private static final String SHOW = "show";
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final FileLock lock;
    private final ServerSocketChannel server;
    private final Path socket;
    // Both guarded by this. A wish that came before the window existed is kept until it does.
    private @Nullable Runnable onShow;
    private boolean wanted;

    private SingleInstance(FileLock lock, ServerSocketChannel server, Path socket) {
        this.lock = lock;
        this.server = server;
        this.socket = socket;
    }

    /// Takes the place, or returns empty when a living process holds it.
    public static Optional<SingleInstance> take(Path runtimeDirectory) throws IOException {
        FileChannel channel =
                FileChannel.open(runtimeDirectory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        Path socket = runtimeDirectory.resolve(SOCKET);
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        if (Files.getFileStore(socket).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        }
        SingleInstance instance = new SingleInstance(lock, server, socket);
        Thread.ofVirtual().name("window-socket").start(instance::accept);
        return Optional.of(instance);
    }

    /// Asks the holder to bring its window to the front. Returns whether it said yes in time.
    public static boolean show(Path runtimeDirectory) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(runtimeDirectory.resolve(SOCKET)))) {
            // A holder that hangs must not hang the second start: the read ends when the channel is closed.
            Thread.ofVirtual().name("window-socket-deadline").start(() -> closeLater(channel));
            channel.write(ByteBuffer.wrap((SHOW + "\n").getBytes(StandardCharsets.US_ASCII)));
            return readLine(channel).equals("ok");
        } catch (IOException e) {
            LOG.warn("The running window didn't answer", e);
            return false;
        }
    }

    /// Calls `action` on each wish to see the window, from the accepting thread; at once if one came already.
    public synchronized void onShow(Runnable action) {
        onShow = action;
        if (wanted) {
            wanted = false;
            action.run();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(socket);
            lock.release();
            lock.acquiredBy().close();
        } catch (IOException e) {
            LOG.warn("Couldn't give up the place of the window", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().name("window-socket-client").start(() -> answer(client));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.warn("No second start can reach this window any more", e);
                return;
            }
        }
    }

    private void answer(SocketChannel client) {
        try (client) {
            if (readLine(client).equals(SHOW)) {
                wished();
                client.write(ByteBuffer.wrap("ok\n".getBytes(StandardCharsets.US_ASCII)));
            }
        } catch (IOException e) {
            LOG.warn("A second start broke off", e);
        }
    }

    private synchronized void wished() {
        if (onShow == null) {
            wanted = true;
        } else {
            onShow.run();
        }
    }

    private static String readLine(SocketChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
            if (text.endsWith("\n")) {
                return text.strip();
            }
        }
        return "";
    }

    private static void closeLater(SocketChannel channel) {
        try {
            Thread.sleep(ANSWER_WITHIN);
            channel.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("Already closed", e);
        }
    }
}
