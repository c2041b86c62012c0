package io.quayside.testing.fake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One client's connection: reads requests one after another until either side ends it.
final class FakeConnection implements AutoCloseable {
    private final SocketChannel channel;
    private final InputStream input;
    private final OutputStream output;

    FakeConnection(SocketChannel channel) {
        this.channel = channel;
        input = new BufferedInputStream(Channels.newInputStream(channel));
        output = Channels.newOutputStream(channel);
    }

    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    /// The next request, absent when the client ended the connection.
    Optional<FakeRequest> next() throws IOException {
        String start = line();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        String[] words = start.split(" ", 3);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return Optional.of(FakeRequest.of(words[0], words[1], headers, body(headers)));
    }

    /// Blocks until the client has ended the connection, or the test has.
    void awaitEnd() {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Ended the hard way.
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            return chunked();
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new String(input.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String chunked() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(input.readNBytes(size));
            line();
        }
        line();
        return body.toString(StandardCharsets.UTF_8);
    }

    /// A line without its end; the empty text at the end of the connection.
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = input.read(); b != '\n'; b = input.read()) {
            if (b < 0) {
                if (line.size() > 0) {
                    throw new EOFException("the client ended the connection inside a line");
                }
                break;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
