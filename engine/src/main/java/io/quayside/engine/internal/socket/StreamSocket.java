package io.quayside.engine.internal.socket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;

/// A [Socket] for the HTTP client over something that has no internet address. The address it is told to
/// connect to is ignored. Two threads may read and write at the same time; any thread may close, which ends
/// both at once.
abstract class StreamSocket extends Socket implements IdleCheck {

    private volatile int soTimeout;
    private volatile boolean connected;
    private volatile boolean closed;
    private volatile boolean inputShut;
    private volatile boolean outputShut;

    StreamSocket() throws SocketException {
        super((SocketImpl) null);
    }

    /// Connects; a timeout of 0 is none.
    abstract void open(int timeoutMillis) throws IOException;

    /// Reads at least one byte, waiting for at most [#getSoTimeout] milliseconds (0 is for ever).
    ///
    /// @throws java.net.SocketTimeoutException when nothing came in time; the socket stays usable
    abstract int read(byte[] into, int offset, int length) throws IOException;

    abstract void write(byte[] from, int offset, int length) throws IOException;

    abstract void endOutput() throws IOException;

    /// Called once. Ends blocked reads and writes.
    abstract void release() throws IOException;

    @Override
    public final void connect(SocketAddress ignored) throws IOException {
        connect(ignored, 0);
    }

    @Override
    public final void connect(SocketAddress ignored, int timeoutMillis) throws IOException {
        requireOpen();
        open(timeoutMillis);
        connected = true;
    }

    @Override
    public final void bind(SocketAddress ignored) {}

    @Override
    public final InputStream getInputStream() throws IOException {
        requireOpen();
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                requireOpen();
                return length == 0 ? 0 : inputShut ? -1 : StreamSocket.this.read(into, offset, length);
            }

            @Override
            public void close() throws IOException {
                StreamSocket.this.close();
            }
        };
    }

    @Override
    public final OutputStream getOutputStream() throws IOException {
        requireOpen();
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                requireOpen();
                StreamSocket.this.write(from, offset, length);
            }

            @Override
            public void close() throws IOException {
                StreamSocket.this.close();
            }
        };
    }

    /// Kept even by OkHttp's own health check, which reads with a timeout of a millisecond and hangs if that is
    /// ignored.
    @Override
    public final void setSoTimeout(int millis) {
        soTimeout = millis;
    }

    @Override
    public final int getSoTimeout() {
        return soTimeout;
    }

    @Override
    public final void shutdownInput() throws IOException {
        requireOpen();
        inputShut = true;
    }

    @Override
    public final void shutdownOutput() throws IOException {
        requireOpen();
        if (!outputShut) {
            outputShut = true;
            endOutput();
        }
    }

    @Override
    public final void close() throws IOException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        release();
    }

    final void requireOpen() throws SocketException {
        if (closed) {
            throw new SocketException("Socket closed");
        }
    }

    @Override
    public final boolean isConnected() {
        return connected;
    }

    @Override
    public final boolean isBound() {
        return connected;
    }

    @Override
    public final boolean isClosed() {
        return closed;
    }

    @Override
    public final boolean isInputShutdown() {
        return inputShut;
    }

    @Override
    public final boolean isOutputShutdown() {
        return outputShut;
    }

    @Override
    public final InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public final InetAddress getLocalAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public final int getPort() {
        return 0;
    }

    @Override
    public final int getLocalPort() {
        return 0;
    }

    @Override
    public final void setTcpNoDelay(boolean ignored) {}

    @Override
    public final void setKeepAlive(boolean ignored) {}

    @Override
    public abstract String toString();
}
