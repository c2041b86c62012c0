package io.quayside.engine.internal.resource;

import io.quayside.engine.internal.http.EngineResponse;
import java.io.FilterInputStream;

/// The body of an answer as a stream of its own: closing it ends the call.
final class ResponseStream extends FilterInputStream {
    private final EngineResponse response;

    ResponseStream(EngineResponse response) {
        super(response.body());
        this.response = response;
    }

    @Override
    public void close() {
        response.close();
    }
}
