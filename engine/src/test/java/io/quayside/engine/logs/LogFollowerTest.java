package io.quayside.engine.logs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quayside.engine.Engine;
import io.quayside.engine.EngineFactory;
import io.quayside.engine.endpoint.EngineEndpoint;
import io.quayside.engine.error.EngineException;
import io.quayside.engine.stream.StreamType;
import io.quayside.testing.engine.EngineKind;
import io.quayside.testing.engine.TestEngine;
import io.quayside.testing.engine.TestEngines;
import io.quayside.testing.engine.TestImages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a real engine's containers print, in the store.
class LogFollowerTest {
    private static final AtomicLong NUMBER = new AtomicLong();
    private static TestEngine daemon;
    private static Engine engine;

    @TempDir
    private Path folder;

    private LogShelf shelf = new LogShelf(Path.of("/nowhere"), () -> 0);
    private String name = "";

    @BeforeAll
    static void connect() throws EngineException {
        daemon = TestEngines.shared(EngineKind.DOCKER_20_10);
        TestImages.ensure(daemon);
        engine = EngineFactory.connect(new EngineEndpoint.UnixSocket(daemon.socket()));
    }

    @AfterAll
    static void disconnect() {
        engine.close();
        daemon.removeContainers();
    }

    @BeforeEach
    void open() {
        name = "store-" + NUMBER.incrementAndGet();
        shelf = new LogShelf(folder, () -> LogShelf.DEFAULT_LIMIT);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private LogFollower read() throws EngineException, IOException {
        LogFollower follower = new LogFollower(shelf.store(name), name);
        follower.follow(engine.containers(), () -> true);
        return follower;
    }

    private static String saved(LogStore store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.copyTo(out, 0, Long.MAX_VALUE);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private void runToTheEnd(String driver, String script) {
        daemon.docker("run", "--name", name, "--log-driver", driver, TestImages.BUSYBOX, "sh", "-c", script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json-file", "local"})
    void everyByteOfBothStreamsIsKept(String driver) throws Exception {
        runToTheEnd(
                driver,
                "printf 'a\\0b\\r\\nprogress 1\\rprogress 2\\n\\033[31mred\\033[0m\\n\\342\\200\\256bidi\\nno end'");
        LogStore store = read().store();
        assertEquals(
                "a\0b\r\nprogress 1\rprogress 2\n\u001b[31mred\u001b[0m\n\u00e2\u0080\u00aebidi\nno end",
                saved(store).stripTrailing());
        assertEquals(5, store.endLine());
        assertEquals(StreamType.STDOUT, store.read(0, 10).orElseThrow().type());
    }

    @Test
    void aLongLineComesTogetherAgain() throws Exception {
        runToTheEnd("json-file", "head -c 3000000 /dev/zero | tr '\\0' x; echo; echo next");
        LogStore store = read().store();
        assertEquals(2, store.endLine());
        assertEquals(3_000_000, store.read(0, 10).orElseThrow().length());
        assertEquals("next", new String(store.read(1, 100).orElseThrow().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aTerminalsLongLineComesTogetherToo() throws Exception {
        daemon.docker(
                "run",
                "-t",
                "--name",
                name,
                TestImages.BUSYBOX,
                "sh",
                "-c",
                "head -c 50000 /dev/zero | tr '\\0' x; echo");
        LogStore store = read().store();
        assertEquals(50_000 + 1, store.read(0, 10).orElseThrow().length(), "with its carriage return");
        assertEquals(1, store.endLine());
    }

    @Test
    void whatComesAfterARestartFollowsWhatIsThere() throws Exception {
        runToTheEnd("json-file", "seq 1000; seq 2000 2010 >&2");
        LogFollower follower = read();
        long before = follower.store().endLine();
        assertEquals(1011, before);
        daemon.docker("start", "-a", name);
        follower.follow(engine.containers(), () -> true);
        follower.follow(engine.containers(), () -> true);
        assertEquals(2022, follower.store().endLine());
        assertEquals(
                2 * 1000L,
                follower.store().read(0, 3000, 10).stream()
                        .filter(line -> line.type() == StreamType.STDOUT)
                        .count());
    }

    @Test
    void closingEndsAFollowThatWaits() throws Exception {
        daemon.docker("run", "-d", "--name", name, TestImages.BUSYBOX, "sh", "-c", "echo there; sleep 1000");
        LogStore store = shelf.store(name);
        LogFollower follower = new LogFollower(store, name);
        Runnable listening = store.onGrowth(follower::stop);
        follower.follow(engine.containers(), () -> true);
        listening.run();
        assertEquals("there\n", saved(store));
    }

    @Test
    @Timeout(120)
    void aFloodIsPublishedInBatchesAndItsLastLinesWithoutMore() throws Exception {
        daemon.docker("run", "-d", "--name", name, TestImages.BUSYBOX, "sh", "-c", "seq 20000; sleep 1000");
        LogStore store = shelf.store(name);
        LogFollower follower = new LogFollower(store, name);
        AtomicLong batches = new AtomicLong();
        CountDownLatch all = new CountDownLatch(1);
        store.onGrowth(() -> {
            batches.incrementAndGet();
            if (store.endLine() == 20_000) {
                all.countDown();
            }
        });
        FutureTask<Boolean> reading = new FutureTask<>(() -> {
            follower.follow(engine.containers(), () -> true);
            return true;
        });
        Thread.ofVirtual().start(reading);
        all.await();
        follower.stop();
        assertTrue(reading.get());
        assertTrue(batches.get() < 5000, batches + " batches");
        assertEquals(20_000, store.endLine());
    }

    @Test
    void aDriverThatCantBeReadSaysSo() {
        runToTheEnd("none", "echo unheard");
        EngineException failure = assertThrows(EngineException.class, this::read);
        assertTrue(
                failure.engineMessage().orElse("").contains("does not support reading"),
                failure.engineMessage().toString());
    }

    @Test
    void aMillionLinesAreAllThere() throws Exception {
        runToTheEnd("json-file", "seq 1000000");
        LogStore store = read().store();
        assertEquals(1_000_000, store.endLine());
        LogSearch search = new LogSearch(store, LogPattern.literal("99999"), 0);
        assertTrue(search.run());
        assertEquals(19, search.found().size());
        assertArrayEquals(
                "999999".getBytes(StandardCharsets.UTF_8),
                store.read(search.found().get(18), 100).orElseThrow().bytes());
    }
}
