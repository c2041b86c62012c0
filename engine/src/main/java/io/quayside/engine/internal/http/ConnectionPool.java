package io.quayside.engine.internal.http;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The connections that wait for the next exchange; the last one used goes first. Thread-safe by one lock,
/// under which nothing waits.
///
/// A virtual thread closes connections that nobody has wanted for long. It ends when none is left.
final class ConnectionPool {

    private static final int CAPACITY = 5;

    private final Duration patience;
    private final Deque<HttpConnection> idle = new ArrayDeque<>();
    private boolean swept;
    private boolean closed;

    /// @param patience how long a connection may wait
    ConnectionPool(Duration patience) {
        this.patience = patience;
    }

    /// The connection was closed while it was idle; nothing was sent on it.
    static final class StaleConnectionException extends IOException {
        StaleConnectionException() {
            super("The engine closed the connection while it was idle");
        }
    }

    /// A connection that is likely to work, if there is one. Before a request that must not be sent twice, it
    /// is looked at.
    ///
    /// @throws StaleConnectionException when the engine has closed it meanwhile: then others will be closed,
    ///     too
    @Nullable
    HttpConnection take(boolean lookAtIt) throws IOException {
        HttpConnection connection = poll();
        if (connection == null || !(connection.dirty() || (lookAtIt && connection.dead()))) {
            return connection;
        }
        connection.close();
        throw new StaleConnectionException();
    }

    private synchronized @Nullable HttpConnection poll() {
        return idle.pollFirst();
    }

    void give(HttpConnection connection) {
        connection.park();
        HttpConnection surplus = null;
        synchronized (this) {
            if (closed) {
                surplus = connection;
            } else {
                idle.addFirst(connection);
                surplus = idle.size() > CAPACITY ? idle.pollLast() : null;
                if (!swept) {
                    swept = true;
                    Thread.ofVirtual().name("quayside-idle-connections").start(this::sweep);
                }
            }
        }
        if (surplus != null) {
            surplus.close();
        }
    }

    /// Closes those that wait.
    void clear() {
        HttpConnection connection = poll();
        while (connection != null) {
            connection.close();
            connection = poll();
        }
    }

    /// Keeps nothing from now on.
    void close() {
        synchronized (this) {
            closed = true;
        }
        clear();
    }

    private void sweep() {
        try {
            while (sweepOnce()) {
                Thread.sleep(patience.dividedBy(4));
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it; if someone does, the next connection starts another one.
            stopSweeping();
        }
    }

    private synchronized void stopSweeping() {
        swept = false;
    }

    private boolean sweepOnce() {
        Deque<HttpConnection> old = new ArrayDeque<>();
        boolean more;
        synchronized (this) {
            while (!idle.isEmpty() && idle.getLast().idleNanos() > patience.toNanos()) {
                old.add(idle.removeLast());
            }
            more = !idle.isEmpty();
            swept = more;
        }
        old.forEach(HttpConnection::close);
        return more;
    }
}
