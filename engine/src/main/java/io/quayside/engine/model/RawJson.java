package io.quayside.engine.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// JSON exactly as an engine sent it.
public final class RawJson {
    private final byte[] bytes;

    /// Keeps `bytes`, which nobody may change afterwards.
    public RawJson(byte[] bytes) {
        this.bytes = bytes;
    }

    /// How many bytes there are.
    public int length() {
        return bytes.length;
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// Writes the bytes.
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /// The bytes as text; invalid UTF-8 becomes U+FFFD.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Says how much there is, not what: it may hold secrets.
    @Override
    public String toString() {
        return "JSON of " + bytes.length + " bytes";
    }
}
