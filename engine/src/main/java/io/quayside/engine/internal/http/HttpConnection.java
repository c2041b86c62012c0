package io.quayside.engine.internal.http;

import io.quayside.engine.internal.socket.IdleCheck;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/// A connection to an engine, with what has been read ahead on it. One exchange uses it at a time; any thread
/// may close it, which ends what that exchange is doing.
final class HttpConnection implements Closeable {

    private final Socket socket;
    private final WireInput in;
    private final OutputStream out;
    private boolean used;
    private long idleSince;

    HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new WireInput(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    WireInput in() {
        return in;
    }

    OutputStream out() {
        return out;
    }

    /// Whether an exchange before this one used it.
    boolean used() {
        return used;
    }

    /// A limit on the time between bytes, in milliseconds; 0 is none.
    void silence(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    void endOutput() throws IOException {
        if (!socket.isClosed() && !socket.isOutputShutdown()) {
            socket.shutdownOutput();
        }
    }

    void park() {
        used = true;
        idleSince = System.nanoTime();
    }

    long idleNanos() {
        return System.nanoTime() - idleSince;
    }

    /// Whether something came while nothing was asked: rubbish behind the last answer. Costs nothing.
    boolean dirty() {
        return in.available() > 0;
    }

    /// Whether the engine has closed it in the meantime. Takes a system call, over TCP a millisecond.
    boolean dead() throws IOException {
        if (socket instanceof IdleCheck idle) {
            return idle.readable();
        }
        try {
            socket.setSoTimeout(1);
            socket.getInputStream().read();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up in any case.
        }
    }
}
