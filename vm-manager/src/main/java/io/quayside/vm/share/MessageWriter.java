package io.quayside.vm.share;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Puts one answer together. One thread uses it, again and again; it grows to the size of the largest answer.
final class MessageWriter {
    static final int HEADER = 16;
    private static final int SMALL = 5 << 10;
    private static final int ERROR_AT = 4;

    private ByteBuffer bytes = ByteBuffer.allocate(SMALL).order(ByteOrder.LITTLE_ENDIAN);
    private long unique;

    /// Starts an answer, dropping what there is.
    MessageWriter begin(long forUnique) {
        unique = forUnique;
        bytes.clear();
        bytes.putInt(0).putInt(0).putLong(forUnique);
        return this;
    }

    MessageWriter error(int errno) {
        begin(unique);
        bytes.putInt(ERROR_AT, -errno);
        return this;
    }

    MessageWriter u16(int value) {
        room(2).putShort((short) value);
        return this;
    }

    MessageWriter u32(int value) {
        room(4).putInt(value);
        return this;
    }

    MessageWriter u64(long value) {
        room(8).putLong(value);
        return this;
    }

    MessageWriter bytes(byte[] data) {
        room(data.length).put(data);
        return this;
    }

    MessageWriter zeros(int count) {
        room(count).put(new byte[count]);
        return this;
    }

    /// Room for data that is read into the answer itself; [#filled(int)] says how much it became.
    ByteBuffer space(int count) {
        ByteBuffer all = room(count);
        return all.slice(all.position(), count);
    }

    MessageWriter filled(int count) {
        bytes.position(bytes.position() + count);
        return this;
    }

    int size() {
        return bytes.position();
    }

    /// The whole answer, with its length; valid until the next one begins.
    ByteBuffer finish() {
        bytes.putInt(0, bytes.position());
        return bytes.duplicate().flip();
    }

    private ByteBuffer room(int count) {
        if (bytes.remaining() < count) {
            int size = Math.max(bytes.position() + count, bytes.capacity() * 2);
            bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN).put(bytes.flip());
        }
        return bytes;
    }
}
