package io.quayside.engine.internal.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.internal.socket.PipeCalls.PipeException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made of Windows' answers, which are scripted here.
class NamedPipeStreamTest {

    private static final String PATH = "\\\\.\\pipe\\docker_engine";

    private final Deque<Integer> openErrors = new ArrayDeque<>();
    private final List<byte[]> written = new ArrayList<>();
    private int waits;
    private int readError;
    private boolean messages;

    private final PipeCalls windows = new PipeCalls() {
        @Override
        public Pipe open(String path) throws PipeException {
            int error = openErrors.isEmpty() ? 0 : openErrors.removeFirst();
            if (error != 0) {
                throw new PipeException("open", error);
            }
            return new ScriptedPipe();
        }

        @Override
        public void awaitInstance(String path, int timeoutMillis) throws PipeException {
            waits++;
            if (waits == 3) {
                throw new PipeException("wait", SEM_TIMEOUT);
            }
        }

        @Override
        public Instance create(String path, boolean first) throws PipeException {
            throw new PipeException("create", ACCESS_DENIED);
        }

        @Override
        public boolean isServed(String path) {
            return false;
        }
    };

    private final class ScriptedPipe implements PipeCalls.Pipe {
        @Override
        public boolean keepsMessages() {
            return messages;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws PipeException {
            if (readError != 0) {
                throw new PipeException("read", readError);
            }
            return 0;
        }

        @Override
        public int write(byte[] from, int offset, int length) {
            int n = Math.min(length, 3);
            byte[] piece = new byte[n];
            System.arraycopy(from, offset, piece, 0, n);
            written.add(piece);
            return n;
        }

        @Override
        public void close() {}
    }

    @Test
    void busyPipeIsWaitedFor() throws Exception {
        openErrors.addAll(List.of(PipeCalls.PIPE_BUSY, PipeCalls.PIPE_BUSY, 0));
        NamedPipeStream.open(windows, PATH).close();
        assertEquals(2, waits);
    }

    @Test
    void pipeThatStaysBusyTimesOut() {
        openErrors.addAll(List.of(PipeCalls.PIPE_BUSY, PipeCalls.PIPE_BUSY, PipeCalls.PIPE_BUSY));
        assertThrows(SocketTimeoutException.class, () -> NamedPipeStream.open(windows, PATH));
    }

    @Test
    void errorsOfWindowsBecomeOurs() {
        openErrors.addAll(List.of(PipeCalls.FILE_NOT_FOUND, PipeCalls.ACCESS_DENIED, 1234));
        assertThrows(NoSuchFileException.class, () -> NamedPipeStream.open(windows, PATH));
        assertThrows(AccessDeniedException.class, () -> NamedPipeStream.open(windows, PATH));
        assertThrows(PipeException.class, () -> NamedPipeStream.open(windows, PATH));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                PipeCalls.BROKEN_PIPE,
                PipeCalls.HANDLE_EOF,
                PipeCalls.PIPE_NOT_CONNECTED,
                PipeCalls.OPERATION_ABORTED
            })
    void endOfThePipeIsTheEndOfTheStream(int error) throws Exception {
        readError = error;
        try (NamedPipeStream stream = NamedPipeStream.open(windows, PATH)) {
            assertEquals(-1, stream.read(new byte[10], 0, 10));
        }
    }

    @Test
    void otherErrorsOfAReadComeOut() throws Exception {
        readError = 5;
        try (NamedPipeStream stream = NamedPipeStream.open(windows, PATH)) {
            assertThrows(IOException.class, () -> stream.read(new byte[10], 0, 10));
        }
    }

    @Test
    void allIsWritten() throws Exception {
        try (NamedPipeStream stream = NamedPipeStream.open(windows, PATH)) {
            stream.write("_hello_".getBytes(StandardCharsets.US_ASCII), 1, 5);
        }
        assertEquals(
                List.of("hel", "lo"),
                written.stream()
                        .map(b -> new String(b, StandardCharsets.US_ASCII))
                        .toList());
    }

    @Test
    void anEmptyMessageEndsTheOutputOfAPipeThatKeepsMessages() throws Exception {
        messages = true;
        try (NamedPipeStream stream = NamedPipeStream.open(windows, PATH)) {
            stream.endOutput();
        }
        assertArrayEquals(new byte[0], written.getFirst());
    }
}
