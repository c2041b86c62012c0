package io.quayside.testing.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// How the fake daemon answers one request. Runs on the connection's own thread, so it may wait.
@FunctionalInterface
public interface FakeReply {
    void answer(FakeExchange exchange) throws IOException, InterruptedException;

    /// A JSON body.
    static FakeReply json(String body) {
        return json(200, body);
    }

    static FakeReply json(int status, String body) {
        return exchange -> exchange.respond(status, "application/json", body);
    }

    /// An error as the engine words it: a status and `{"message": …}`.
    static FakeReply error(int status, String message) {
        return json(status, "{\"message\":" + FakeJson.quote(message) + "}");
    }

    /// A status without a body.
    static FakeReply empty(int status) {
        return exchange -> exchange.respond(status, "text/plain", "");
    }

    /// A page, as a proxy or a login portal answers in the engine's place.
    static FakeReply html(int status, String title) {
        return exchange -> exchange.respond(
                status,
                "text/html; charset=utf-8",
                "<!doctype html><html><head><title>" + title + "</title></head><body><h1>" + title
                        + "</h1></body></html>");
    }

    /// Bytes that are no HTTP at all; the connection ends after them.
    static FakeReply garbage() {
        return exchange -> {
            exchange.raw("\0\1\2 SSH-2.0-not-an-engine\r\n\377\376".getBytes(StandardCharsets.ISO_8859_1));
            exchange.cut();
        };
    }

    /// Promises more body than it sends, then ends the connection.
    static FakeReply cutAfter(String contentType, String start) {
        return exchange -> {
            byte[] bytes = start.getBytes(StandardCharsets.UTF_8);
            exchange.raw(("HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nContent-Length: "
                            + (bytes.length + 1000) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            exchange.raw(bytes);
            exchange.cut();
        };
    }

    /// Ends the connection without a word.
    static FakeReply hangUp() {
        return FakeExchange::cut;
    }

    /// This reply once the test opens the gate.
    default FakeReply heldBy(CountDownLatch gate) {
        return exchange -> {
            gate.await();
            answer(exchange);
        };
    }
}
