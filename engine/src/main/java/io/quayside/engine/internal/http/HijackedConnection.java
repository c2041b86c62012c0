package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import okio.BufferedSink;
import okio.BufferedSource;

/// A call whose connection carries a raw stream. Either the engine switched protocols (101), or it answered 200
/// and simply goes on (Podman, proxies): then the answer's body is one direction, and the socket under it the
/// other one.
final class HijackedConnection implements UpgradedConnection {

    private final HttpExchange exchange;
    private final InputStream input;
    private final OutputStream output;

    private HijackedConnection(HttpExchange exchange, InputStream input, OutputStream output) {
        this.exchange = exchange;
        this.input = input;
        this.output = output;
    }

    static HijackedConnection switched(HttpExchange exchange, BufferedSource source, BufferedSink sink) {
        InputStream received = new FilterInputStream(source.inputStream()) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                exchange.requireOpen();
                return b;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int n = super.read(into, offset, length);
                exchange.requireOpen();
                return n;
            }
        };
        return new HijackedConnection(exchange, received, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] from, int offset, int length) throws IOException {
                sink.write(from, offset, length);
                sink.flush();
            }

            @Override
            public void close() throws IOException {
                sink.close();
            }
        });
    }

    static HijackedConnection over(HttpExchange exchange, Socket socket) throws IOException {
        OutputStream raw = socket.getOutputStream();
        return new HijackedConnection(exchange, exchange.body(), new OutputStream() {
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
        });
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
    }
}
