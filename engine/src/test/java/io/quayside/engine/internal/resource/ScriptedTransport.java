package io.quayside.engine.internal.resource;

import io.quayside.engine.endpoint.ApiVersion;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import io.quayside.engine.internal.http.EngineRequest;
import io.quayside.engine.internal.http.EngineResponse;
import io.quayside.engine.internal.http.EngineTransport;
import io.quayside.engine.internal.http.UpgradedConnection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Answers every request with the same words, remembers the requests, and counts open answers.
final class ScriptedTransport implements EngineTransport {
    final List<EngineRequest> requests = new ArrayList<>();
    int open;

    private final ApiVersion version;
    private final String contentType;
    private final InputStream body;

    ScriptedTransport(String version, String contentType, String body) {
        this(version, contentType, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    ScriptedTransport(String version, String contentType, InputStream body) {
        this.version = ApiVersion.parse(version).orElseThrow();
        this.contentType = contentType;
        this.body = body;
    }

    /// The parameters of the only request.
    Map<String, String> query() {
        return requests.getFirst().query().stream()
                .collect(Collectors.toMap(EngineRequest.Pair::name, EngineRequest.Pair::value));
    }

    @Override
    public EngineResponse execute(EngineRequest request) {
        requests.add(request);
        open++;
        return new EngineResponse() {
            private boolean closed;

            @Override
            public int status() {
                return 200;
            }

            @Override
            public Optional<String> header(String name) {
                return name.equals("Content-Type") ? Optional.of(contentType) : Optional.empty();
            }

            @Override
            public InputStream body() {
                return body;
            }

            @Override
            public EngineException failure(IOException e) {
                return new StreamBrokenException(requestLine(), "broken", e);
            }

            @Override
            public String requestLine() {
                return request.line();
            }

            @Override
            public void close() {
                open -= closed ? 0 : 1;
                closed = true;
            }
        };
    }

    @Override
    public UpgradedConnection upgrade(EngineRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ApiVersion apiVersion() {
        return version;
    }

    @Override
    public void close() {}
}
