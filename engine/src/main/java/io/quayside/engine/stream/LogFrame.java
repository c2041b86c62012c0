package io.quayside.engine.stream;

import java.util.Arrays;

/// A piece of a container's output. Pieces don't end where lines or characters end.
///
/// @param bytes belongs to the receiver
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below; a million frames are not wrapped
public record LogFrame(StreamType type, byte[] bytes) {

    @Override
    public boolean equals(Object o) {
        return o instanceof LogFrame f && type == f.type && Arrays.equals(bytes, f.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type + "[" + bytes.length + " bytes]";
    }
}
