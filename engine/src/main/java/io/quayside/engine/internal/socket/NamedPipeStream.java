package io.quayside.engine.internal.socket;

import io.quayside.engine.internal.socket.PipeCalls.PipeException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// A Windows named pipe as a stream. The engine listens on one instance at a time, so that a second client
/// waits for its turn.
final class NamedPipeStream implements ByteStream {

    private static final int PATIENCE_MILLIS = 10_000;

    private final PipeCalls.Pipe pipe;

    NamedPipeStream(PipeCalls.Pipe pipe) {
        this.pipe = pipe;
    }

    static NamedPipeStream open(PipeCalls calls, String path) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (true) {
            try {
                return new NamedPipeStream(calls.open(path));
            } catch (PipeException e) {
                if (e.code() != PipeCalls.PIPE_BUSY) {
                    throw explained(path, e);
                }
            }
            awaitTurn(calls, path, deadline);
        }
    }

    private static void awaitTurn(PipeCalls calls, String path, long deadline) throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000L;
        if (left <= 0) {
            throw new SocketTimeoutException("All instances of " + path + " are busy");
        }
        try {
            calls.awaitInstance(path, (int) left);
        } catch (PipeException e) {
            throw explained(path, e);
        }
    }

    static IOException explained(String path, PipeException e) {
        IOException typed = switch (e.code()) {
            case PipeCalls.FILE_NOT_FOUND -> new NoSuchFileException(path);
            case PipeCalls.ACCESS_DENIED -> new AccessDeniedException(path);
            case PipeCalls.SEM_TIMEOUT -> new SocketTimeoutException("All instances of " + path + " are busy");
            default -> e;
        };
        if (typed != e) {
            typed.initCause(e);
        }
        return typed;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int n = pipe.read(into, offset, length);
            return n == 0 ? -1 : n;
        } catch (PipeException e) {
            return switch (e.code()) {
                case PipeCalls.BROKEN_PIPE,
                        PipeCalls.HANDLE_EOF,
                        PipeCalls.PIPE_NOT_CONNECTED,
                        PipeCalls.OPERATION_ABORTED -> -1;
                default -> throw e;
            };
        }
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            done += pipe.write(from, offset + done, length - done);
        }
    }

    @Override
    public void endOutput() throws IOException {
        if (pipe.keepsMessages()) {
            pipe.write(new byte[0], 0, 0);
        }
    }

    @Override
    public void close() {
        pipe.close();
    }
}
