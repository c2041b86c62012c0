package io.quayside.vm.share;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Cuts what comes from a guest into messages. One thread at a time.
final class MessageStream {
    private static final int LENGTH = 4;

    private final Wire wire;
    private byte[] piece = new byte[0];
    private int at;
    private final int largest;

    MessageStream(Wire wire, int largest) {
        this.wire = wire;
        this.largest = largest;
    }

    /// The next message, exactly; absent at the end between two messages.
    ///
    /// @throws BadMessage for a length that can't be, or an end in the middle
    byte @Nullable [] next() throws IOException {
        if (at == piece.length && !more()) {
            return null;
        }
        byte[] head = new byte[LENGTH];
        boolean split = piece.length - at < LENGTH;
        if (split) {
            fill(head, 0);
        } else {
            System.arraycopy(piece, at, head, 0, LENGTH);
        }
        int size = (head[0] & 0xff) | ((head[1] & 0xff) << 8) | ((head[2] & 0xff) << 16) | ((head[3] & 0xff) << 24);
        if (size < MessageReader.HEADER || size > largest) {
            throw new BadMessage("a message of " + Integer.toUnsignedString(size) + " bytes");
        }
        if (at == 0 && piece.length == size) {
            at = size;
            return piece;
        }
        byte[] message = new byte[size];
        if (split) {
            System.arraycopy(head, 0, message, 0, LENGTH);
        }
        fill(message, split ? LENGTH : 0);
        return message;
    }

    private void fill(byte[] target, int from) throws IOException {
        int done = from;
        while (done < target.length) {
            if (at == piece.length && !more()) {
                throw new BadMessage("an end in the middle of a message");
            }
            int count = Math.min(target.length - done, piece.length - at);
            System.arraycopy(piece, at, target, done, count);
            at += count;
            done += count;
        }
    }

    private boolean more() throws IOException {
        byte[] next = wire.next();
        while (next != null && next.length == 0) {
            next = wire.next();
        }
        piece = next == null ? new byte[0] : next;
        at = 0;
        return next != null;
    }
}
