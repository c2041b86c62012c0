package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// An exchange whose connection carries a raw stream: behind the head of the answer, everything belongs to it.
final class HijackedConnection implements UpgradedConnection {

    private final HttpExchange exchange;
    private final HttpConnection connection;
    private final InputStream input;
    private final OutputStream output;

    HijackedConnection(HttpExchange exchange) {
        this.exchange = exchange;
        this.connection = exchange.takeOver();
        this.input = new Received();
        this.output = new Sent();
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
        connection.endOutput();
    }

    @Override
    public EngineException failure(IOException e) {
        return exchange.failure(e);
    }

    @Override
    public String requestLine() {
        return exchange.requestLine();
    }

    /// Also ends a read that is under way, which the exchange doesn't know of.
    @Override
    public void close() {
        exchange.close();
        connection.close();
    }

    private final class Received extends InputStream {

        @Override
        public int read() throws IOException {
            int b = connection.in().read();
            exchange.requireOpen();
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = length == 0 ? 0 : connection.in().read(into, offset, length);
            exchange.requireOpen();
            return n;
        }

        @Override
        public int available() {
            return connection.in().available();
        }
    }

    private final class Sent extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            connection.out().write(b);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            connection.out().write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            closeWrite();
        }
    }
}
