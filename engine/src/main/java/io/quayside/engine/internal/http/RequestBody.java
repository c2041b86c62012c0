package io.quayside.engine.internal.http;

import java.io.IOException;
import java.io.OutputStream;

/// What a request carries.
public sealed interface RequestBody {

    /// The value of the `Content-Type` header.
    String contentType();

    /// Bytes that are at hand, so that the request can be sent again. The array belongs to the request from now
    /// on.
    @SuppressWarnings("ArrayRecordComponent") // never compared, and copying a body of megabytes helps nobody
    record Bytes(byte[] bytes, String contentType) implements RequestBody {}

    /// A body that is written while it is sent, once.
    ///
    /// @param length in bytes, or -1 when it isn't known
    record Stream(Writer writer, long length, String contentType) implements RequestBody {}

    /// Writes a body to the engine, on the thread of the call. Exceptions of `out` pass through; a failure of
    /// its own source (a file that can't be read) is thrown as an `UncheckedIOException`, ends the call and
    /// comes out of it as it is.
    @FunctionalInterface
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    static RequestBody json(byte[] json) {
        return new Bytes(json, "application/json");
    }
}
