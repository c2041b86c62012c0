package io.quayside.vm.share;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Puts one answer together. One thread uses it, again and again; it grows to the size of the largest answer.
final class MessageWriter {
    private static final int SMALL = 4 << 10;

    private ByteBuffer bytes = ByteBuffer.allocate(SMALL).order(ByteOrder.LITTLE_ENDIAN);
    private int tag;

    /// Starts an answer, dropping what there is.
    MessageWriter begin(int type, int forTag) {
        tag = forTag;
        bytes.clear();
        bytes.putInt(0).put((byte) type).putShort((short) forTag);
        return this;
    }

    MessageWriter error(int errno) {
        return begin(MessageType.LERROR, tag).u32(errno);
    }

    MessageWriter u8(int value) {
        room(1).put((byte) value);
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

    MessageWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(2 + utf8.length).putShort((short) utf8.length).put(utf8);
        return this;
    }

    MessageWriter qid(Qid qid) {
        room(Qid.BYTES).put((byte) qid.type()).putInt(qid.version()).putLong(qid.path());
        return this;
    }

    /// Room for data that is read into the answer itself; [#filled(int)] says how much it became.
    ByteBuffer space(int count) {
        ByteBuffer all = room(4 + count);
        return all.slice(all.position() + 4, count);
    }

    MessageWriter filled(int count) {
        bytes.putInt(count);
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
