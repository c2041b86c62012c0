package io.quayside.vm.share;

import java.util.ArrayList;
import java.util.List;

/// Cuts what comes into messages, each with its length in front. One thread at a time.
final class MessageStream {
    private static final int LENGTH = 4;

    private final int smallest;
    private final int largest;
    private final byte[] length = new byte[LENGTH];
    private byte[] message = length;
    private boolean inMessage;
    private int filled;

    MessageStream(int smallest, int largest) {
        this.smallest = smallest;
        this.largest = largest;
    }

    /// What is whole now; a piece that is one message is not copied.
    ///
    /// @throws BadMessage for a length that can't be
    List<byte[]> add(byte[] piece) throws BadMessage {
        if (filled == 0 && piece.length > LENGTH && lengthIn(piece) == piece.length) {
            return List.of(piece);
        }
        List<byte[]> whole = new ArrayList<>();
        for (int at = 0; at < piece.length; ) {
            int count = Math.min(message.length - filled, piece.length - at);
            System.arraycopy(piece, at, message, filled, count);
            at += count;
            filled += count;
            if (filled < message.length) {
                continue;
            }
            if (inMessage) {
                whole.add(message);
                message = length;
                filled = 0;
            } else {
                message = new byte[lengthIn(length)];
                System.arraycopy(length, 0, message, 0, LENGTH);
            }
            inMessage = !inMessage;
        }
        return whole;
    }

    /// Whether it is between two messages.
    boolean isAtEnd() {
        return filled == 0;
    }

    private int lengthIn(byte[] bytes) throws BadMessage {
        int size = (bytes[0] & 0xff) | ((bytes[1] & 0xff) << 8) | ((bytes[2] & 0xff) << 16) | ((bytes[3] & 0xff) << 24);
        if (size < smallest || size > largest) {
            throw new BadMessage("a message of " + Integer.toUnsignedString(size) + " bytes");
        }
        return size;
    }
}
