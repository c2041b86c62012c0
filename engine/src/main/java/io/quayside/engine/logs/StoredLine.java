package io.quayside.engine.logs;

import io.quayside.engine.stream.StreamType;
import java.util.Arrays;

/// A line of output, or the start of a long one.
///
/// @param number counted from 0 over everything the container printed, also what is no longer kept
/// @param type where it came from; [StreamType#SYSTEM] for a mark that Quayside set
/// @param timeNanos the engine's time, in nanoseconds since 1970
/// @param continued whether it goes on with an earlier line of the same stream, which another stream had interrupted
/// @param bytes as they were printed, without the line's end; belongs to the receiver
/// @param length bytes that it has in all, more than `bytes` has when it was cut
@SuppressWarnings("ArrayRecordComponent") // equality is by content, below
public record StoredLine(long number, StreamType type, long timeNanos, boolean continued, byte[] bytes, long length) {

    /// Whether there is more of it than `bytes`.
    public boolean isCut() {
        return length > bytes.length;
    }

    /// The same under another number.
    StoredLine numbered(long other) {
        return new StoredLine(other, type, timeNanos, continued, bytes, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredLine that
                && number == that.number
                && type == that.type
                && timeNanos == that.timeNanos
                && continued == that.continued
                && length == that.length
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number) * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "StoredLine[" + number + ", " + type + ", " + length + " bytes]";
    }
}
