package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/// One call, from before it is sent until its answer is closed.
///
/// Threads: the caller's thread sends and reads; any thread closes. Only one of them may touch the HTTP
/// client's body at a time, so the state says whether a read is under way: who closes then merely cancels, and
/// the reader tidies up.
final class HttpExchange implements EngineResponse {

    private enum Use {
        /// Nobody is inside the HTTP client.
        IDLE,
        /// The caller's thread is inside: it sends, waits or reads.
        BUSY,
        /// Over.
        CLOSED
    }

    private final Call call;
    private final CallTrace trace;
    private final String line;
    private final boolean bounded;
    private final CallFailures failures;
    private final Consumer<HttpExchange> onClosed;
    private final AtomicReference<Use> use = new AtomicReference<>(Use.BUSY);
    private final InputStream body = new Body();
    private @Nullable Response response;
    private @Nullable InputStream source;
    private boolean atEnd;

    HttpExchange(
            Call call,
            CallTrace trace,
            String line,
            boolean bounded,
            CallFailures failures,
            Consumer<HttpExchange> onClosed) {
        this.call = call;
        this.trace = trace;
        this.line = line;
        this.bounded = bounded;
        this.failures = failures;
        this.onClosed = onClosed;
    }

    /// Sends the request and waits for the head of the answer.
    void send() throws IOException {
        response = call.execute();
        leave();
    }

    Response response() {
        return Objects.requireNonNull(response, "not sent yet");
    }

    CallTrace trace() {
        return trace;
    }

    boolean closed() {
        return use.get() == Use.CLOSED;
    }

    void requireOpen() throws IOException {
        if (closed()) {
            throw new IOException("closed");
        }
    }

    @Override
    public int status() {
        return response().code();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(response().header(name));
    }

    @Override
    public InputStream body() {
        return body;
    }

    @Override
    public EngineException failure(IOException e) {
        return failures.of(e, line, trace, closed());
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
            call.cancel();
        } else {
            release();
        }
    }

    /// What little is left of a bounded answer is read, so that its connection can serve the next call. A
    /// stream is cut.
    private void release() {
        if (!atEnd && !bounded) {
            call.cancel();
        }
        ResponseBody rest = response().body();
        try {
            rest.close();
        } catch (IllegalStateException e) {
            // The connection was upgraded, so there is no body to close.
            call.cancel();
        }
    }

    private void enter() throws IOException {
        if (!use.compareAndSet(Use.IDLE, Use.BUSY)) {
            throw new IOException("closed");
        }
    }

    private void leave() {
        if (!use.compareAndSet(Use.BUSY, Use.IDLE)) {
            call.cancel();
            if (response != null) {
                release();
            }
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
            int n = readOnce(into, offset, length);
            requireOpen();
            return n;
        }

        private int readOnce(byte[] into, int offset, int length) throws IOException {
            enter();
            try {
                InputStream from = source;
                if (from == null) {
                    from = response().body().byteStream();
                    source = from;
                }
                int n = from.read(into, offset, length);
                atEnd |= n < 0;
                return n;
            } finally {
                leave();
            }
        }

        @Override
        public int available() throws IOException {
            enter();
            try {
                return source == null ? 0 : source.available();
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
