package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import okio.BufferedSink;
import okio.BufferedSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A call whose connection carries a raw stream. Either the engine switched protocols (101), or it answered 200
/// and simply goes on (Podman, proxies): then the answer's body is one direction, and the socket under it the
/// other one.
final class HijackedConnection implements UpgradedConnection {

    private static final Logger LOG = LoggerFactory.getLogger(HijackedConnection.class);

    private final HttpExchange exchange;
    private final InputStream input;
    private final OutputStream output;

    private final Runnable release;

    private HijackedConnection(HttpExchange exchange, InputStream input, OutputStream output, Runnable release) {
        this.exchange = exchange;
        this.input = input;
        this.output = output;
        this.release = release;
    }

    static HijackedConnection switched(HttpExchange exchange, BufferedSource source, BufferedSink sink) {
        ClosedWhenIdle reading = new ClosedWhenIdle(source);
        ClosedWhenIdle writing = new ClosedWhenIdle(sink);
        return new HijackedConnection(
                exchange, new Received(exchange, source.inputStream(), reading), new Sent(sink, writing), () -> {
                    end(reading);
                    end(writing);
                });
    }

    /// The connection is cut already, which the HTTP client may say once more; it only has to forget it.
    private static void end(ClosedWhenIdle direction) {
        try {
            direction.close();
        } catch (IOException e) {
            LOG.trace("A cut connection was closed", e);
        }
    }

    /// What the engine sends.
    private static final class Received extends InputStream {
        private final HttpExchange exchange;
        private final InputStream from;
        private final ClosedWhenIdle gate;

        Received(HttpExchange exchange, InputStream from, ClosedWhenIdle gate) {
            this.exchange = exchange;
            this.from = from;
            this.gate = gate;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            gate.enter();
            int n;
            try {
                n = from.read(into, offset, length);
            } finally {
                gate.leave();
            }
            exchange.requireOpen();
            return n;
        }

        @Override
        public int available() throws IOException {
            gate.enter();
            try {
                return from.available();
            } finally {
                gate.leave();
            }
        }

        @Override
        public void close() {
            exchange.close();
        }
    }

    /// What we send. Closing it ends this direction only.
    private static final class Sent extends OutputStream {
        private final BufferedSink to;
        private final ClosedWhenIdle gate;

        Sent(BufferedSink to, ClosedWhenIdle gate) {
            this.to = to;
            this.gate = gate;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            gate.enter();
            try {
                to.write(from, offset, length);
                to.flush();
            } finally {
                gate.leave();
            }
        }

        @Override
        public void close() throws IOException {
            gate.close();
        }
    }

    static HijackedConnection over(HttpExchange exchange, Socket socket) throws IOException {
        OutputStream raw = socket.getOutputStream();
        return new HijackedConnection(
                exchange,
                exchange.body(),
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        raw.write(b);
                    }

                    @Override
                    public void write(byte[] from, int offset, int length) throws IOException {
                        raw.write(from, offset, length);
                    }

                    @Override
                    public void close() throws IOException {
                        if (!socket.isClosed() && !socket.isOutputShutdown()) {
                            socket.shutdownOutput();
                        }
                    }
                },
                () -> {});
    }

    @Override
    public Optional<String> contentType() {
        return exchange.header("Content-Type");
    }

    @Override
    public InputStream input() {
        return input;
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void closeWrite() throws IOException {
        output.close();
    }

    @Override
    public EngineException failure(IOException e) {
        return exchange.failure(e);
    }

    @Override
    public String requestLine() {
        return exchange.requestLine();
    }

    @Override
    public void close() {
        exchange.close();
        release.run();
    }
}
