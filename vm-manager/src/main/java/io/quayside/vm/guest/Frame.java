package io.quayside.vm.guest;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One message on the control port: magic, kind, a zero, stream number, length, payload.
/// `guest/agent/frames.go` is the other side of it. The payload belongs to the frame.
final class Frame {
    static final int HEADER = 12;
    static final int MAX_PAYLOAD = 64 << 10;
    static final short MAGIC = 0x5153;

    private final Kind kind;
    private final int stream;
    private final byte[] payload;

    Frame(Kind kind, int stream, byte[] payload) {
        this.kind = kind;
        this.stream = stream;
        this.payload = payload;
    }

    Kind kind() {
        return kind;
    }

    int stream() {
        return stream;
    }

    byte[] payload() {
        return payload;
    }

    /// The kinds, with their number on the wire.
    enum Kind {
        HELLO(1),
        REQUEST(2),
        REPLY(3),
        EVENT(4),
        OPEN(5),
        OPENED(6),
        DATA(7),
        WINDOW(8),
        END(9),
        RESET(10);

        private static final Kind[] ALL = values();
        private final byte number;

        Kind(int number) {
            this.number = (byte) number;
        }

        static @Nullable Kind numbered(int number) {
            return number >= 1 && number <= ALL.length ? ALL[number - 1] : null;
        }
    }

    /// Puts the frame into the buffer, which must have room.
    void encode(ByteBuffer out) {
        header(out, kind, stream, payload.length);
        out.put(payload);
    }

    static void header(ByteBuffer out, Kind kind, int stream, int length) {
        out.putShort(MAGIC);
        out.put(kind.number);
        out.put((byte) 0);
        out.putInt(stream);
        out.putInt(length);
    }
}
