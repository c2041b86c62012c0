package io.quayside.vm.share;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Takes one request apart. Every length is checked against what is there, so hostile bytes end in [BadMessage].
final class MessageReader {
    static final int HEADER = 40;

    private final ByteBuffer bytes;
    private final int opcode;
    private final long unique;
    private final long node;
    private final int uid;
    private final int gid;

    /// @param message one whole request, its length included
    MessageReader(byte[] message) throws BadMessage {
        if (message.length < HEADER) {
            throw new BadMessage("a message of " + message.length + " bytes");
        }
        bytes = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt() != message.length) {
            throw new BadMessage("the length of a message is wrong");
        }
        opcode = bytes.getInt();
        unique = bytes.getLong();
        node = bytes.getLong();
        uid = bytes.getInt();
        gid = bytes.getInt();
        bytes.getLong(); // the process, and two that are always zero
    }

    int opcode() {
        return opcode;
    }

    /// What the answer is known by.
    long unique() {
        return unique;
    }

    /// The file that the request is for.
    long node() {
        return node;
    }

    /// The user number for files of who asks.
    int uid() {
        return uid;
    }

    int gid() {
        return gid;
    }

    int u32() throws BadMessage {
        need(4);
        return bytes.getInt();
    }

    long u64() throws BadMessage {
        need(8);
        return bytes.getLong();
    }

    void skip(int count) throws BadMessage {
        need(count);
        bytes.position(bytes.position() + count);
    }

    /// A text that ends with a zero byte.
    String text() throws BadMessage {
        int start = bytes.position();
        int end = start;
        while (end < bytes.limit() && bytes.get(end) != 0) {
            end++;
        }
        if (end == bytes.limit()) {
            throw new BadMessage("a text without an end");
        }
        bytes.position(end + 1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(bytes.slice(start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            // A name that this computer could not have: nothing is found under it.
            return "\0";
        }
    }

    /// The data of a write, not copied.
    ByteBuffer data(int length) throws BadMessage {
        if (length < 0 || length > bytes.remaining()) {
            throw new BadMessage("data of " + Integer.toUnsignedString(length) + " bytes in a shorter message");
        }
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return part;
    }

    private void need(int count) throws BadMessage {
        if (bytes.remaining() < count) {
            throw new BadMessage("a message of type " + opcode + " is too short");
        }
    }
}
