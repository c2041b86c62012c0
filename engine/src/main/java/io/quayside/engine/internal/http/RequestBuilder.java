package io.quayside.engine.internal.http;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.BadRequestException;
import io.quayside.engine.internal.codec.RawText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// Turns our requests into those of the HTTP client.
final class RequestBuilder {

    private static final String KEPT_IN_PATHS = "-._~/:@";
    private static final String KEPT_IN_QUERIES = "-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final String base;

    /// @param base scheme, host and port
    RequestBuilder(String base) {
        this.base = base;
    }

    static boolean mayBeRepeated(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /// @param version absent for a request without one
    Request.Builder build(EngineRequest request, @Nullable ApiVersion version) throws BadRequestException {
        Request.Builder builder = new Request.Builder()
                .url(HttpUrl.get(url(request, version)))
                .header("User-Agent", "Quayside")
                .header("Accept-Encoding", "identity")
                .method(request.method(), body(request));
        try {
            for (EngineRequest.Pair header : request.headers()) {
                builder.addHeader(header.name(), header.value());
            }
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(request.line(), "A header of the request has characters that HTTP rules out");
        }
        return builder;
    }

    private String url(EngineRequest request, @Nullable ApiVersion version) throws BadRequestException {
        StringBuilder url = new StringBuilder(base);
        if (version != null) {
            url.append("/v").append(version);
        }
        for (String segment : request.path()) {
            requireName(request, segment);
            url.append('/');
            encode(segment, KEPT_IN_PATHS, url);
        }
        char separator = '?';
        for (EngineRequest.Pair pair : request.query()) {
            url.append(separator);
            encode(pair.name(), KEPT_IN_QUERIES, url);
            url.append('=');
            encode(pair.value(), KEPT_IN_QUERIES, url);
            separator = '&';
        }
        return url.toString();
    }

    /// `..` in a name would climb to another object, and an empty name would ask for the list instead.
    private static void requireName(EngineRequest request, String segment) throws BadRequestException {
        for (String part : segment.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                throw new BadRequestException(request.line(), "“" + segment + "” can't be a name");
            }
        }
    }

    private static void encode(String text, String kept, StringBuilder out) {
        for (byte b : RawText.bytes(text)) {
            char c = (char) (b & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kept.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
    }

    private static @Nullable RequestBody body(EngineRequest request) {
        return switch (request.body()) {
            case io.quayside.engine.internal.http.RequestBody.Bytes b ->
                RequestBody.create(b.bytes(), MediaType.get(b.contentType()));
            case io.quayside.engine.internal.http.RequestBody.Stream s -> new WrittenBody(s);
            case null -> List.of("POST", "PUT").contains(request.method()) ? RequestBody.EMPTY : null;
        };
    }

    /// A body that is written once, while it is sent.
    private static final class WrittenBody extends RequestBody {

        private final io.quayside.engine.internal.http.RequestBody.Stream stream;

        WrittenBody(io.quayside.engine.internal.http.RequestBody.Stream stream) {
            this.stream = stream;
        }

        @Override
        public MediaType contentType() {
            return MediaType.get(stream.contentType());
        }

        @Override
        public long contentLength() {
            return stream.length();
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            OutputStream out = new FilterOutputStream(sink.outputStream()) {
                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    out.write(from, offset, length);
                }

                @Override
                public void close() throws IOException {
                    // A tar writer closes what it writes to; the request isn't over by that.
                    flush();
                }
            };
            stream.writer().writeTo(out);
        }
    }
}
