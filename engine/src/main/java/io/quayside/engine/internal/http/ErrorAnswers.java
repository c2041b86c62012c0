package io.quayside.engine.internal.http;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.EngineProtocolException;
import io.quayside.engine.error.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what an engine says when it refuses: `{"message": "…"}`, and whatever else comes instead.
final class ErrorAnswers {

    private static final int READ_AT_MOST = 1 << 20;
    private static final int KEEP_AT_MOST = 16 * 1024;
    private static final JsonMapper JSON = new JsonMapper();

    private ErrorAnswers() {}

    static EngineException of(HttpExchange exchange) {
        byte[] said;
        try (InputStream body = exchange.body()) {
            said = body.readNBytes(READ_AT_MOST);
        } catch (IOException e) {
            return exchange.failure(e);
        }
        if (isWebPage(exchange)) {
            return webPage(exchange, said);
        }
        return RefusedException.of(exchange.requestLine(), exchange.status(), message(said));
    }

    /// No engine answers with a web page; a proxy, a router or somebody else's server does.
    static boolean isWebPage(HttpExchange exchange) {
        return exchange.header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .orElse(false);
    }

    static EngineProtocolException webPage(HttpExchange exchange, byte[] start) {
        return new EngineProtocolException(
                exchange.requestLine(),
                "A web server answered, not an engine (status " + exchange.status() + ")",
                SafeText.of(start),
                null);
    }

    private static String message(byte[] said) {
        String text = new String(said, StandardCharsets.UTF_8).strip();
        String message = text;
        if (text.startsWith("{")) {
            try {
                JsonNode node = JSON.readTree(text).path("message");
                message = node.isString() ? node.stringValue() : text;
            } catch (JacksonException e) {
                // Not JSON after all, so the text itself is what there is to show.
                message = text;
            }
        }
        return message.length() <= KEEP_AT_MOST ? message : message.substring(0, KEEP_AT_MOST) + "…";
    }
}
