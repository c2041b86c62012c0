package io.quayside.engine.internal.socket;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/// A Unix socket as a [java.net.Socket], over the JDK's own channel: no native library to unpack, and a virtual
/// thread that waits here lets go of its carrier, which a native read would hold.
///
/// The channel doesn't block. One selector waits for reads and another one for writes, so that both may wait at
/// once and reads can have a timeout, which a blocking channel doesn't offer.
public final class UnixSocket extends StreamSocket {

    /// What Linux takes; macOS takes four less and says so itself.
    private static final int LONGEST_PATH = 107;

    private final Path path;
    private final SocketChannel channel;
    private final Selector readable;
    private @Nullable Selector writable;

    public UnixSocket(Path path) throws IOException {
        this.path = path;
        this.channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        this.readable = Selector.open();
    }

    @Override
    void open(int timeoutMillis) throws IOException {
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new SocketException("The path is longer than the " + LONGEST_PATH + " bytes that a socket may have");
        }
        AsyncTimeout limit = closeAfter(timeoutMillis);
        limit.enter();
        boolean timedOut = true;
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (SocketException e) {
            throw explained(e);
        } finally {
            timedOut = limit.exit();
        }
        if (timedOut) {
            throw new SocketTimeoutException("No connection to " + path + " in time");
        }
        channel.configureBlocking(false);
        channel.register(readable, SelectionKey.OP_READ);
    }

    /// A connection waits when the engine has stopped accepting and its queue is full.
    private AsyncTimeout closeAfter(int timeoutMillis) {
        AsyncTimeout limit = new AsyncTimeout() {
            @Override
            protected void timedOut() {
                closeQuietly();
            }
        };
        limit.timeout(timeoutMillis, TimeUnit.MILLISECONDS);
        return limit;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // The connection is given up in any case.
        }
    }

    /// The operating system's words for these depend on its language, so look instead.
    private IOException explained(SocketException e) {
        if (Files.notExists(path)) {
            return cause(new NoSuchFileException(path.toString()), e);
        }
        if (!Files.isWritable(path)) {
            return cause(new AccessDeniedException(path.toString()), e);
        }
        return e;
    }

    private static IOException cause(IOException typed, SocketException e) {
        typed.initCause(e);
        return typed;
    }

    @Override
    int read(byte[] into, int offset, int length) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(into, offset, length);
        while (true) {
            int n = channel.read(target);
            if (n != 0) {
                return n;
            }
            await(readable, getSoTimeout());
        }
    }

    @Override
    void write(byte[] from, int offset, int length) throws IOException {
        ByteBuffer source = ByteBuffer.wrap(from, offset, length);
        while (source.hasRemaining()) {
            if (channel.write(source) == 0) {
                await(writeSelector(), 0);
            }
        }
    }

    private synchronized Selector writeSelector() throws IOException {
        requireOpen();
        Selector s = writable;
        if (s == null) {
            s = Selector.open();
            writable = s;
            channel.register(s, SelectionKey.OP_WRITE);
        }
        return s;
    }

    private void await(Selector selector, int timeoutMillis) throws IOException {
        try {
            int ready = selector.select(UnixSocket::ready, timeoutMillis);
            if (Thread.currentThread().isInterrupted()) {
                close();
                throw new ClosedByInterruptException();
            }
            requireOpen();
            if (ready == 0 && timeoutMillis > 0) {
                throw new SocketTimeoutException("Nothing came for " + timeoutMillis + " ms");
            }
        } catch (ClosedSelectorException e) {
            ClosedChannelException closed = new ClosedChannelException();
            closed.initCause(e);
            throw closed;
        }
    }

    private static void ready(SelectionKey ignored) {}

    @Override
    public boolean readable() throws IOException {
        return readable.selectNow(UnixSocket::ready) > 0;
    }

    @Override
    void endOutput() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    void release() throws IOException {
        channel.close();
        readable.close();
        synchronized (this) {
            if (writable != null) {
                writable.close();
            }
        }
    }

    @Override
    public String toString() {
        return "unix://" + path;
    }
}
