package io.quayside.engine.internal.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a socket that isn't one of TCP owes the HTTP client.
abstract class StreamSocketContract {

    private static final InetSocketAddress IGNORED = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private Path folder;

    private ExecutorService threads;
    private StreamSocket socket;
    private SocketChannel peer;

    abstract StreamSocket socket(Path to) throws IOException;

    @BeforeEach
    void connect() throws IOException {
        threads = Executors.newVirtualThreadPerTaskExecutor();
        Path path = folder.resolve("socket");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            socket = socket(path);
            socket.connect(IGNORED, 10_000);
            peer = listener.accept();
        }
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        peer.close();
        threads.shutdownNow();
    }

    @Test
    void timeoutOfAReadIsKeptAndTheSocketStaysUsable() throws Exception {
        socket.setSoTimeout(1);
        InputStream in = socket.getInputStream();
        assertThrows(SocketTimeoutException.class, in::read);
        assertThrows(SocketTimeoutException.class, in::read);
        socket.setSoTimeout(0);
        Channels.newOutputStream(peer).write('x');
        assertEquals('x', in.read());
    }

    @Test
    void bothDirectionsWorkAtOnce() throws Exception {
        byte[] sent = new byte[8 << 20];
        new Random(1).nextBytes(sent);
        Future<Long> echo =
                threads.submit(() -> Channels.newInputStream(peer).transferTo(Channels.newOutputStream(peer)));
        Future<Boolean> writing = threads.submit(() -> {
            socket.getOutputStream().write(sent);
            socket.shutdownOutput();
            return true;
        });
        byte[] received = socket.getInputStream().readNBytes(sent.length);
        assertArrayEquals(sent, received);
        assertTrue(writing.get(20, TimeUnit.SECONDS));
        assertEquals(sent.length, echo.get(20, TimeUnit.SECONDS));
    }

    @Test
    void endOfThePeerIsTheEndOfTheStream() throws Exception {
        Channels.newOutputStream(peer).write('x');
        peer.shutdownOutput();
        InputStream in = socket.getInputStream();
        assertEquals('x', in.read());
        assertEquals(-1, in.read());
        assertTrue(socket.readable());
    }

    @Test
    void idleSocketIsNotReadable() throws Exception {
        assertFalse(socket.readable());
    }

    @Test
    void closingEndsARead() throws Exception {
        InputStream in = socket.getInputStream();
        Future<Integer> reading = threads.submit(() -> in.read());
        socket.close();
        ExecutionException e = assertThrows(ExecutionException.class, () -> reading.get(20, TimeUnit.SECONDS));
        assertInstanceOf(IOException.class, e.getCause());
    }

    @Test
    void interruptEndsARead() throws Exception {
        InputStream in = socket.getInputStream();
        Thread[] reader = new Thread[1];
        Future<Boolean> reading = threads.submit(() -> {
            reader[0] = Thread.currentThread();
            reader[0].interrupt();
            assertThrows(IOException.class, in::read);
            return Thread.currentThread().isInterrupted();
        });
        assertTrue(reading.get(20, TimeUnit.SECONDS));
        assertTrue(socket.isClosed());
    }

    @Test
    void closingEndsAWriteThatNobodyReads() throws Exception {
        OutputStream out = socket.getOutputStream();
        Future<Boolean> writing = threads.submit(() -> {
            while (true) {
                out.write(new byte[1 << 20]);
            }
        });
        assertThrows(TimeoutException.class, () -> writing.get(200, TimeUnit.MILLISECONDS));
        socket.close();
        assertThrows(ExecutionException.class, () -> writing.get(20, TimeUnit.SECONDS));
    }

    @Test
    void closedSocketSaysSo() throws Exception {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        socket.close();
        socket.close();
        assertThrows(SocketException.class, in::read);
        assertThrows(SocketException.class, () -> out.write(1));
        assertThrows(SocketException.class, () -> socket.shutdownOutput());
    }
}
