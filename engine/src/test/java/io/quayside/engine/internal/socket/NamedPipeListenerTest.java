package io.quayside.engine.internal.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.internal.socket.PipeCalls.PipeException;
import io.quayside.engine.pipe.PipeConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How clients are accepted, with calls of Windows that keep to its documented rules: a client needs an instance that
/// waits,
/// and a wait on an instance that is closed ends with an error.
@Timeout(20)
class NamedPipeListenerTest {
    private static final String PATH = "\\\\.\\pipe\\quayside";

    private final Windows windows = new Windows();

    private static final class Windows implements PipeCalls {
        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger open = new AtomicInteger();
        final BlockingQueue<Integer> arrivals = new LinkedBlockingQueue<>();
        int createError;

        @Override
        public Pipe open(String path) throws PipeException {
            throw new PipeException("open", FILE_NOT_FOUND);
        }

        @Override
        public void awaitInstance(String path, int timeoutMillis) {}

        @Override
        public Instance create(String path, boolean first) throws PipeException {
            if (createError != 0 || first && open.get() > 0) {
                throw new PipeException("create", createError != 0 ? createError : ACCESS_DENIED);
            }
            open.incrementAndGet();
            waiting.incrementAndGet();
            return new OneInstance();
        }

        @Override
        public boolean isServed(String path) {
            return waiting.get() > 0;
        }

        private final class OneInstance implements Instance, Pipe {
            private boolean closed;
            private boolean taken;
            /// An instance whose client left can't take another one.
            private int error;

            @Override
            public Pipe awaitClient() throws PipeException {
                try {
                    error = error == 0 ? arrivals.take() : error;
                    if (error != 0) {
                        throw new PipeException("connect", error);
                    }
                } catch (InterruptedException e) {
                    throw new PipeException("connect", OPERATION_ABORTED);
                }
                taken = true;
                waiting.decrementAndGet();
                return this;
            }

            @Override
            public boolean keepsMessages() {
                return true;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = 'x';
                return 1;
            }

            @Override
            public int write(byte[] from, int offset, int length) {
                return length;
            }

            @Override
            public void close() {
                if (closed) {
                    return;
                }
                closed = true;
                open.decrementAndGet();
                if (!taken) {
                    waiting.decrementAndGet();
                    arrivals.add(OPERATION_ABORTED);
                }
            }
        }
    }

    @Test
    void theNextClientFindsAnInstanceBeforeTheFirstIsServed() throws Exception {
        try (NamedPipeListener listener = NamedPipeListener.open(windows, PATH)) {
            windows.arrivals.add(0);
            PipeConnection first = listener.accept();
            assertTrue(windows.isServed(PATH));
            windows.arrivals.add(0);
            PipeConnection second = listener.accept();
            assertEquals(1, second.read(new byte[10]));
            first.write("answer".getBytes(StandardCharsets.US_ASCII));
            first.close();
            second.close();
            assertEquals(1, windows.open.get());
        }
        assertEquals(0, windows.open.get());
        assertFalse(windows.isServed(PATH));
    }

    @Test
    void nameThatAnotherProgramHasIsRefused() throws Exception {
        try (NamedPipeListener listener = NamedPipeListener.open(windows, PATH)) {
            assertTrue(listener.isOpen());
            assertThrows(AccessDeniedException.class, () -> NamedPipeListener.open(windows, PATH));
        }
    }

    @Test
    void clientThatIsGoneIsNoEndOfTheListener() throws Exception {
        try (NamedPipeListener listener = NamedPipeListener.open(windows, PATH)) {
            windows.arrivals.add(PipeCalls.NO_DATA);
            assertThrows(IOException.class, listener::accept);
            windows.arrivals.clear(); // what closing that instance told its wait
            assertTrue(listener.isOpen());
            windows.arrivals.add(0);
            listener.accept().close();
            assertEquals(1, windows.open.get());
        }
    }

    @Test
    void closingEndsTheWaitForAClient() throws Exception {
        NamedPipeListener listener = NamedPipeListener.open(windows, PATH);
        FutureTask<Boolean> accepting = new FutureTask<>(() -> {
            assertThrows(IOException.class, listener::accept);
            return listener.isOpen();
        });
        Thread.ofVirtual().name("test").start(accepting);
        listener.close();
        assertFalse(accepting.get());
        assertEquals(0, windows.open.get());
    }

    @Test
    void pipeThatCannotBeListenedAtAnyMoreIsClosed() throws Exception {
        try (NamedPipeListener listener = NamedPipeListener.open(windows, PATH)) {
            windows.createError = 1450;
            windows.arrivals.add(0);
            assertThrows(IOException.class, listener::accept);
            assertFalse(listener.isOpen());
            assertEquals(0, windows.open.get());
        }
    }

    @Test
    void onlyOneUserIsAllowedAnything() {
        assertEquals("D:P(A;;GA;;;S-1-5-21-1-2-3-1001)", OnlyThisUser.words("S-1-5-21-1-2-3-1001"));
    }
}
