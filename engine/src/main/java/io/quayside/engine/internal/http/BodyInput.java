package io.quayside.engine.internal.http;

import java.io.EOFException;
import java.io.IOException;

/// The body of an answer, in the framing that its head announced.
sealed interface BodyInput {

    /// Returns -1 at the end of the body, and throws when the connection ends before it. Waits only when it has
    /// nothing to return.
    int read(byte[] into, int offset, int length) throws IOException;

    /// Whether the body was read to its end, so that the next answer may follow on the connection.
    boolean complete();

    /// The framing that a head announces.
    static BodyInput of(ResponseHead head, String method, WireInput in) throws IOException {
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304 || head.status() == 101) {
            return new Sized(in, 0);
        }
        if (head.field("Transfer-Encoding").map("chunked"::equalsIgnoreCase).orElse(false)) {
            return new Chunked(in);
        }
        String length = head.field("Content-Length").orElse("");
        if (length.isEmpty()) {
            return new UntilClosed(in);
        }
        try {
            long size = Long.parseLong(length);
            if (size >= 0) {
                return new Sized(in, size);
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new MalformedHttpException("its length is “" + SafeText.of(length) + "”");
    }

    /// A body of known length.
    final class Sized implements BodyInput {

        private final WireInput in;
        private long left;

        Sized(WireInput in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(into, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException("it ended " + left + " bytes too early");
            }
            left -= n;
            return n;
        }

        @Override
        public boolean complete() {
            return left == 0;
        }
    }

    /// A body that ends with the connection.
    record UntilClosed(WireInput in) implements BodyInput {

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return in.read(into, offset, length);
        }

        @Override
        public boolean complete() {
            return false;
        }
    }

    /// A body in chunks. An engine sends each line of a log as one, so that a read takes as many as have
    /// arrived.
    final class Chunked implements BodyInput {

        private static final int HEAD = 1024;

        private final WireInput in;
        private long left;
        private boolean first = true;
        private boolean ended;

        Chunked(WireInput in) {
            this.in = in;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int done = 0;
            while (done < length && !ended && (done == 0 || arrived())) {
                if (left == 0) {
                    nextChunk();
                } else {
                    int n = in.read(into, offset + done, (int) Math.min(length - done, left));
                    if (n < 0) {
                        throw new EOFException("it ended inside a chunk");
                    }
                    done += n;
                    left -= n;
                }
            }
            return done == 0 && ended ? -1 : done;
        }

        /// Whether going on doesn't mean waiting.
        private boolean arrived() {
            return left > 0 ? in.available() > 0 : in.lineArrived(2);
        }

        private void nextChunk() throws IOException {
            if (!first) {
                requireEmptyLine();
            }
            first = false;
            String head = in.line(HEAD);
            int stop = head.indexOf(';');
            left = size(stop < 0 ? head : head.substring(0, stop));
            if (left == 0) {
                while (!in.line(HEAD).isEmpty()) {
                    // Trailers, which no engine has.
                }
                ended = true;
            }
        }

        private void requireEmptyLine() throws IOException {
            int b = in.read();
            if (b == '\r') {
                b = in.read();
            }
            if (b < 0) {
                throw new EOFException("it ended behind a chunk");
            }
            if (b != '\n') {
                throw new MalformedHttpException("a chunk is longer than it says");
            }
        }

        private static long size(String text) throws IOException {
            long size = 0;
            String digits = text.strip();
            for (int i = 0; i < digits.length(); i++) {
                int digit = Character.digit(digits.charAt(i), 16);
                if (digit < 0 || size >= 1L << 58) {
                    throw new MalformedHttpException("a chunk has no size");
                }
                size = size << 4 | digit;
            }
            if (digits.isEmpty()) {
                throw new MalformedHttpException("a chunk has no size");
            }
            return size;
        }

        @Override
        public boolean complete() {
            return ended;
        }
    }
}
