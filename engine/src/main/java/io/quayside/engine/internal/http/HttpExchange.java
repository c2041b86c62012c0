package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One request and its answer, from before it is sent until the answer is closed.
///
/// Threads: the caller's thread connects, sends and reads; any thread closes. The state says whether the
/// caller's thread is at it: who closes then merely closes the socket under it, and the caller's thread tidies
/// up.
final class HttpExchange implements EngineResponse {

    private enum Use {
        /// Nobody is inside.
        IDLE,
        /// The caller's thread connects, sends, waits or reads.
        BUSY,
        /// Over.
        CLOSED
    }

    private static final int PATIENCE_MILLIS = 100;
    private static final int SMALL_REST = 1024;

    private final EngineRequest request;
    private final CallFailures failures;
    private final ConnectionPool pool;
    private final Consumer<HttpExchange> onClosed;
    private final AtomicReference<Use> use = new AtomicReference<>(Use.BUSY);
    private final String line;
    private final InputStream body = new Body();
    private volatile @Nullable Closeable cancelling;
    private @Nullable HttpConnection connection;
    private @Nullable ResponseHead head;
    private @Nullable BodyInput source;
    private boolean spent;

    HttpExchange(EngineRequest request, CallFailures failures, ConnectionPool pool, Consumer<HttpExchange> onClosed) {
        this.request = request;
        this.failures = failures;
        this.pool = pool;
        this.onClosed = onClosed;
        this.line = request.line();
    }

    /// Sends the request and waits for the head of the answer.
    ///
    /// @param reuse whether an idle connection will do
    void send(RequestWriter writer, Connector connector, int silenceMillis, boolean reuse) throws IOException {
        HttpConnection opened = reuse ? pool.take(!request.repeatable()) : null;
        if (opened == null) {
            opened = connector.connect(this::cancelBy);
        }
        cancelBy(opened);
        connection = opened;
        opened.silence(request.timing() == EngineRequest.Timing.BOUNDED ? silenceMillis : 0);
        IOException notSent = null;
        try {
            writer.writeTo(opened.out());
        } catch (IOException e) {
            // An engine may refuse a long body by answering before its end.
            notSent = e;
        }
        try {
            head = ResponseHead.read(opened.in());
        } catch (IOException e) {
            if (notSent != null && !(e instanceof NotHttpException)) {
                e.addSuppressed(notSent);
            }
            throw e;
        }
        source = BodyInput.of(head, request.method(), opened.in());
        spent = notSent != null;
        leave();
    }

    /// Closing this ends what is under way now.
    private void cancelBy(Closeable resource) {
        cancelling = resource;
        if (closed()) {
            cancel();
        }
    }

    private void cancel() {
        Closeable resource = cancelling;
        if (resource != null) {
            try {
                resource.close();
            } catch (IOException e) {
                // It is given up in any case.
            }
        }
    }

    /// How far it got, for the meaning of a failure.
    CallFailures.Progress progress() {
        return head != null
                ? CallFailures.Progress.ANSWERED
                : connection != null ? CallFailures.Progress.CONNECTED : CallFailures.Progress.CONNECTING;
    }

    /// Whether it got no answer on a connection that had worked before.
    boolean failedOnUsedConnection() {
        return head == null && connection != null && connection.used();
    }

    /// The connection, which isn't returned to the others any more.
    HttpConnection takeOver() {
        spent = true;
        return Objects.requireNonNull(connection, "not sent yet");
    }

    /// Whether the answer goes on until the connection ends, as a raw stream does.
    boolean openEnded() {
        return source instanceof BodyInput.UntilClosed;
    }

    boolean closed() {
        return use.get() == Use.CLOSED;
    }

    void requireOpen() throws IOException {
        if (closed()) {
            throw new IOException("closed");
        }
    }

    private ResponseHead head() {
        return Objects.requireNonNull(head, "not answered yet");
    }

    @Override
    public int status() {
        return head().status();
    }

    @Override
    public Optional<String> header(String name) {
        return head().field(name);
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public EngineException failure(IOException e) {
        return failures.of(e, line, progress(), closed());
    }

    @Override
    public String requestLine() {
        return line;
    }

    @Override
    public void close() {
        Use before = use.getAndSet(Use.CLOSED);
        if (before == Use.CLOSED) {
            return;
        }
        onClosed.accept(this);
        if (before == Use.BUSY) {
            cancel();
        } else {
            release();
        }
    }

    /// A connection whose answer was read to the end serves the next exchange; what little is left of a bounded
    /// answer is read for that. A stream is cut.
    private void release() {
        HttpConnection done = Objects.requireNonNull(connection, "not sent yet");
        if (!spent && head().keepsAlive() && complete(done)) {
            pool.give(done);
        } else {
            done.close();
        }
    }

    private boolean complete(HttpConnection done) {
        BodyInput rest = Objects.requireNonNull(source, "not answered yet");
        if (rest.complete() || request.timing() == EngineRequest.Timing.UNBOUNDED) {
            return rest.complete();
        }
        byte[] dropped = new byte[SMALL_REST];
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        try {
            done.silence(PATIENCE_MILLIS);
            int n = rest.read(dropped, 0, dropped.length);
            while (n >= 0 && !rest.complete() && System.nanoTime() < deadline) {
                n = rest.read(dropped, 0, dropped.length);
            }
            return rest.complete();
        } catch (IOException e) {
            return false;
        }
    }

    private void enter() throws IOException {
        if (!use.compareAndSet(Use.IDLE, Use.BUSY)) {
            throw new IOException("closed");
        }
    }

    private void leave() {
        if (!use.compareAndSet(Use.BUSY, Use.IDLE)) {
            cancel();
        }
    }

    private final class Body extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        /// A read that closing has ended may come back with an end instead of an exception: the engine sees our
        /// side shut and finishes its answer before the socket is gone.
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int n = readOnce(into, offset, length);
            requireOpen();
            return n;
        }

        private int readOnce(byte[] into, int offset, int length) throws IOException {
            enter();
            try {
                BodyInput from = source;
                if (from == null) {
                    throw new EOFException("no body");
                }
                return from.read(into, offset, length);
            } finally {
                leave();
            }
        }

        @Override
        public void close() {
            HttpExchange.this.close();
        }
    }
}
