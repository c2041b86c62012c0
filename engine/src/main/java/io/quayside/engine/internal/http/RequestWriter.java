package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.BadRequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request as it goes over the wire.
///
/// @param head the request line and the headers
/// @param body what follows it
record RequestWriter(String head, @Nullable RequestBody body) {

    private static final String KEPT_IN_PATHS = "-._~/:@";
    private static final String KEPT_IN_QUERIES = "-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();
    private static final int SENT_AT_ONCE = 64 * 1024;

    /// @param version absent for a request without one
    /// @throws BadRequestException when a name or header can't be sent
    static RequestWriter of(EngineRequest request, @Nullable ApiVersion version, String host)
            throws BadRequestException {
        StringBuilder head = new StringBuilder(256).append(request.method()).append(' ');
        target(request, version, head);
        head.append(" HTTP/1.1\r\nHost: ").append(host).append("\r\nUser-Agent: Quayside\r\n");
        for (EngineRequest.Pair header : request.headers()) {
            requireHeader(request, header);
            head.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        framing(request, head);
        return new RequestWriter(head.append("\r\n").toString(), request.body());
    }

    private static void framing(EngineRequest request, StringBuilder head) {
        RequestBody body = request.body();
        if (body != null) {
            head.append("Content-Type: ").append(body.contentType()).append("\r\n");
        }
        long length = switch (body) {
            case RequestBody.Bytes b -> b.bytes().length;
            case RequestBody.Stream s -> s.length();
            case null -> 0;
        };
        if (length < 0) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (body != null || List.of("POST", "PUT").contains(request.method())) {
            head.append("Content-Length: ").append(length).append("\r\n");
        }
    }

    /// Sends it. What a body's writer throws by itself comes out unchanged.
    void writeTo(OutputStream out) throws IOException {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        switch (body) {
            case null -> out.write(first);
            case RequestBody.Bytes b -> {
                if (first.length + b.bytes().length <= SENT_AT_ONCE) {
                    byte[] whole = new byte[first.length + b.bytes().length];
                    System.arraycopy(first, 0, whole, 0, first.length);
                    System.arraycopy(b.bytes(), 0, whole, first.length, b.bytes().length);
                    out.write(whole);
                } else {
                    out.write(first);
                    out.write(b.bytes());
                }
            }
            case RequestBody.Stream s -> {
                out.write(first);
                BodyOutput framed = new BodyOutput(out, s.length());
                s.writer().writeTo(framed);
                framed.finish();
            }
        }
        out.flush();
    }

    private static void target(EngineRequest request, @Nullable ApiVersion version, StringBuilder out)
            throws BadRequestException {
        if (version != null) {
            out.append("/v").append(version.major()).append('.').append(version.minor());
        }
        for (String segment : request.path()) {
            requireName(request, segment);
            out.append('/');
            encode(segment, KEPT_IN_PATHS, out);
        }
        char separator = '?';
        for (EngineRequest.Pair pair : request.query()) {
            out.append(separator);
            encode(pair.name(), KEPT_IN_QUERIES, out);
            out.append('=');
            encode(pair.value(), KEPT_IN_QUERIES, out);
            separator = '&';
        }
    }

    /// `..` in a name would climb to another object, and an empty name would ask for the list instead.
    private static void requireName(EngineRequest request, String segment) throws BadRequestException {
        for (String part : segment.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new BadRequestException(request.line(), "“" + segment + "” can't be a name");
            }
        }
    }

    /// A line break in a header would smuggle in another one.
    private static void requireHeader(EngineRequest request, EngineRequest.Pair header) throws BadRequestException {
        boolean named =
                !header.name().isEmpty() && header.name().chars().allMatch(c -> c > ' ' && c < 0x7f && c != ':');
        if (!named || !header.value().chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\t')) {
            throw new BadRequestException(request.line(), "A header of the request has characters that HTTP rules out");
        }
    }

    private static void encode(String text, String kept, StringBuilder out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kept.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
    }
}
