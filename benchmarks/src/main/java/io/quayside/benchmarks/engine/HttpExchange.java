package io.quayside.benchmarks.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One connection's requests and answers, as far as an engine's client needs them.
final class HttpExchange {
    private final InputStream in;
    private final OutputStream out;

    HttpExchange(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /// A request's method and target, with its body read and dropped; empty strings at the end of the connection.
    record Request(String method, String target) {
        boolean isEnd() {
            return method.isEmpty();
        }
    }

    Request read() throws IOException {
        String line = readLine();
        if (line.isEmpty()) {
            return new Request("", "");
        }
        int length = 0;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring(header.indexOf(':') + 1).strip());
            }
        }
        in.skipNBytes(length);
        String[] parts = line.split(" ");
        return new Request(parts[0], parts[1]);
    }

    void answer(int status, String type, byte[] body) throws IOException {
        head(status, type, "Content-Length: " + body.length);
        out.write(body);
        out.flush();
    }

    void beginChunks() throws IOException {
        head(200, "application/json", "Transfer-Encoding: chunked");
        out.flush();
    }

    void chunk(byte[] data) throws IOException {
        out.write((Integer.toHexString(data.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(data);
        out.write('\r');
        out.write('\n');
        out.flush();
    }

    void endChunks() throws IOException {
        out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void head(int status, String type, String length) throws IOException {
        out.write(("HTTP/1.1 " + status
                        + " OK\r\nApi-Version: 1.41\r\nOstype: linux\r\nServer: Docker/20.10.24 (linux)\r\n"
                        + "Content-Type: " + type + "\r\n" + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
