package io.quayside.vm.share;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Takes one request apart. Every length is checked against what is there, so hostile bytes end in [BadMessage].
final class MessageReader {
    static final int HEADER = 7;

    /// Longer than any name or link target that Linux has.
    private static final int LONGEST_TEXT = 4096;

    private final ByteBuffer bytes;
    private final int type;
    private final int tag;

    /// @param message one whole message, its length included
    MessageReader(byte[] message, int length) throws BadMessage {
        if (length < HEADER || length > message.length) {
            throw new BadMessage("a message of " + length + " bytes");
        }
        bytes = ByteBuffer.wrap(message, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt() != length) {
            throw new BadMessage("the length of a message is wrong");
        }
        type = bytes.get() & 0xff;
        tag = bytes.getShort() & 0xffff;
    }

    int type() {
        return type;
    }

    int tag() {
        return tag;
    }

    int u8() throws BadMessage {
        need(1);
        return bytes.get() & 0xff;
    }

    int u16() throws BadMessage {
        need(2);
        return bytes.getShort() & 0xffff;
    }

    int u32() throws BadMessage {
        need(4);
        return bytes.getInt();
    }

    long u64() throws BadMessage {
        need(8);
        return bytes.getLong();
    }

    String text() throws BadMessage {
        int length = u16();
        if (length > LONGEST_TEXT) {
            throw new BadMessage("a text of " + length + " bytes");
        }
        need(length);
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
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
            throw new BadMessage("a message of type " + type + " is too short");
        }
    }
}
