package io.quayside.engine.stream;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Function;

/// Takes the output of a container apart. Reads in large pieces through a buffer of its own; one thread uses
/// it. It doesn't close the stream under it: who opened that closes it, also to end a blocked read.
public final class FrameReader {

    /// What the engine's own writers stay far below; more is not a frame but a stream that we misread.
    static final int MAX_FRAME = 16 * 1024 * 1024;

    private static final VarHandle BIG_ENDIAN_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final StreamType[] TYPES = StreamType.values();
    private static final int HEADER = 8;
    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final StreamFormat format;
    private final Function<IOException, EngineException> failure;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private StreamType type = StreamType.STDOUT;
    private int left;
    private boolean fresh;

    /// @param failure turns an exception of `in` into the failure it means, such as `response::failure`
    public FrameReader(InputStream in, StreamFormat format, Function<IOException, EngineException> failure) {
        this.in = in;
        this.format = format;
        this.failure = failure;
    }

    /// The next frame, whole, in an array of its own; without frames on the wire, what has arrived. Empty at
    /// the end.
    ///
    /// @throws StreamBrokenException when the stream ends inside a frame, isn't made of frames, or has one over
    ///     16 MiB
    public Optional<LogFrame> next() throws EngineException {
        if (!advance()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[left];
        int filled = Math.min(left, end - start);
        System.arraycopy(buffer, start, bytes, 0, filled);
        start += filled;
        while (filled < bytes.length) {
            int n = receive(bytes, filled, bytes.length - filled);
            if (n < 0) {
                throw cut();
            }
            filled += n;
        }
        left = 0;
        return Optional.of(new LogFrame(type, bytes));
    }

    /// Waits for output and hands everything that has arrived to `sink`, in place. A frame may come in several
    /// pieces. Returns false at the end of the stream.
    ///
    /// @throws StreamBrokenException as [#next] does
    public boolean read(FrameSink sink) throws EngineException {
        if (!advance()) {
            return false;
        }
        if (start == end && !fill()) {
            throw cut();
        }
        do {
            if (fresh) {
                fresh = false;
                sink.begins(type);
            }
            int n = Math.min(left, end - start);
            sink.frame(type, buffer, start, n);
            start += n;
            left -= n;
        } while (advanceInBuffer());
        return true;
    }

    /// Moves to a payload, whose size is in `left` then, waiting for the engine. Empty frames are passed over.
    private boolean advance() throws EngineException {
        while (left == 0) {
            if (format == StreamFormat.RAW) {
                if (start == end && !fill()) {
                    return false;
                }
                left = end - start;
            } else if (awaitHeader()) {
                takeHeader();
            } else {
                return false;
            }
        }
        return true;
    }

    /// The same without waiting: true when there is payload in the buffer.
    private boolean advanceInBuffer() throws StreamBrokenException {
        while (left == 0) {
            if (format == StreamFormat.RAW || end - start < HEADER) {
                return false;
            }
            takeHeader();
        }
        return start < end;
    }

    private boolean awaitHeader() throws EngineException {
        while (end - start < HEADER) {
            if (!fill()) {
                if (start == end) {
                    return false;
                }
                throw cut();
            }
        }
        return true;
    }

    private void takeHeader() throws StreamBrokenException {
        int kind = buffer[start];
        int size = (int) BIG_ENDIAN_INT.get(buffer, start + 4);
        if (kind < 0 || kind >= TYPES.length || (buffer[start + 1] | buffer[start + 2] | buffer[start + 3]) != 0) {
            throw new StreamBrokenException(null, "The engine's output isn't made of frames", null);
        }
        if (size < 0 || size > MAX_FRAME) {
            throw new StreamBrokenException(
                    null, "The engine sent a frame of " + Integer.toUnsignedLong(size) + " bytes", null);
        }
        start += HEADER;
        type = TYPES[kind];
        left = size;
        fresh = true;
    }

    /// Adds what arrives to the buffer; false at the end of the stream.
    private boolean fill() throws EngineException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int n = receive(buffer, end, buffer.length - end);
        end += Math.max(n, 0);
        return n > 0;
    }

    private int receive(byte[] into, int offset, int length) throws EngineException {
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            throw failure.apply(e);
        }
    }

    private static StreamBrokenException cut() {
        return new StreamBrokenException(null, "The engine's output broke off inside a frame", null);
    }
}
