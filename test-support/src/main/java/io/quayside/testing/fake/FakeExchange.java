package io.quayside.testing.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// One request and the ways to answer it. Used by one thread, except that [#cut()] may come from any.
public final class FakeExchange {
    private final FakeRequest request;
    private final FakeConnection connection;
    private boolean streaming;

    FakeExchange(FakeRequest request, FakeConnection connection) {
        this.request = request;
        this.connection = connection;
    }

    public FakeRequest request() {
        return request;
    }

    /// Answers with a whole body.
    public void respond(int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean bodiless = status == 204 || status == 304;
        raw(head(status, contentType, bodiless ? "" : "Content-Length: " + bytes.length + "\r\n"));
        if (!bodiless && !request.method().equals("HEAD")) {
            raw(bytes);
        }
    }

    /// Starts a body of unknown length; [#send] adds to it, [#endStream] ends it properly.
    public void startStream(String contentType) throws IOException {
        streaming = true;
        raw(head(200, contentType, "Transfer-Encoding: chunked\r\n"));
    }

    /// Adds to the body of [#startStream], as one chunk that is flushed at once.
    public void send(byte[] bytes) throws IOException {
        if (!streaming) {
            throw new IllegalStateException("no stream was started");
        }
        byte[] size = (Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] chunk = new byte[size.length + bytes.length + 2];
        System.arraycopy(size, 0, chunk, 0, size.length);
        System.arraycopy(bytes, 0, chunk, size.length, bytes.length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        raw(chunk);
    }

    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    public void endStream() throws IOException {
        raw("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        streaming = false;
    }

    /// Gives the connection away, as the engine does for attach and exec: after the answer 101 both sides send raw
    /// bytes.
    public void hijack(String contentType) throws IOException {
        raw(("HTTP/1.1 101 UPGRADED\r\nContent-Type: " + contentType
                        + "\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /// What the client sends after [#hijack].
    public InputStream input() {
        return connection.input();
    }

    /// Where bytes go to the client after [#hijack].
    public OutputStream output() {
        return connection.output();
    }

    /// Sends bytes as they are, HTTP or not.
    public void raw(byte[] bytes) throws IOException {
        connection.output().write(bytes);
        connection.output().flush();
    }

    /// For replies without an end: interrupts this thread when the client ends the connection.
    public void interruptOnHangUp() {
        Thread server = Thread.currentThread();
        Thread.ofVirtual().name("fake-engine-hang-up").start(() -> {
            connection.awaitEnd();
            server.interrupt();
        });
    }

    /// Ends the connection at once.
    public void cut() {
        connection.close();
    }

    private static byte[] head(int status, String contentType, String framing) {
        return ("HTTP/1.1 " + status + " Status\r\nApi-Version: " + FakeEngine.API_VERSION
                        + "\r\nServer: Docker/fake (linux)\r\nOstype: linux\r\nContent-Type: " + contentType + "\r\n"
                        + framing + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
