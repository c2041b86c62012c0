package io.quayside.engine.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quayside.engine.error.EngineException;
import io.quayside.engine.error.StreamBrokenException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();

    private FrameReaderTest frame(int type, byte[] payload) {
        return header(type, payload.length).bytes(payload);
    }

    private FrameReaderTest header(int type, int size) {
        return bytes(ByteBuffer.allocate(8).put((byte) type).putInt(4, size).array());
    }

    private FrameReaderTest bytes(byte[] bytes) {
        wire.writeBytes(bytes);
        return this;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The wire, at most `piece` bytes at a time.
    private FrameReader reader(int piece) {
        InputStream in = new ByteArrayInputStream(wire.toByteArray()) {
            @Override
            public int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(piece, length));
            }
        };
        return new FrameReader(in, StreamFormat.MULTIPLEXED, e -> new StreamBrokenException(null, "read", e));
    }

    /// What came on each stream.
    private static final class Streams {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final ByteArrayOutputStream err = new ByteArrayOutputStream();

        ByteArrayOutputStream of(StreamType type) {
            return type == StreamType.STDERR ? err : out;
        }
    }

    private static List<LogFrame> all(FrameReader reader) throws EngineException {
        List<LogFrame> frames = new ArrayList<>();
        Optional<LogFrame> frame = reader.next();
        while (frame.isPresent()) {
            frames.add(frame.get());
            frame = reader.next();
        }
        return frames;
    }

    private static Streams drained(FrameReader reader) throws EngineException {
        Streams streams = new Streams();
        FrameSink sink = (type, buffer, offset, length) -> streams.of(type).write(buffer, offset, length);
        while (reader.read(sink)) {}
        return streams;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 100_000})
    void framesComeWholeHoweverTheyAreSplit(int piece) throws Exception {
        frame(1, text("out\n")).frame(2, text("err\n")).frame(0, text("in")).frame(3, text("engine"));
        assertEquals(
                List.of(
                        new LogFrame(StreamType.STDOUT, text("out\n")),
                        new LogFrame(StreamType.STDERR, text("err\n")),
                        new LogFrame(StreamType.STDIN, text("in")),
                        new LogFrame(StreamType.SYSTEM, text("engine"))),
                all(reader(piece)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 8192, 1_000_000})
    void randomFramesComeBackByEitherWay(int piece) throws Exception {
        Random random = new Random(piece);
        Streams expected = new Streams();
        for (int i = 0; i < 200; i++) {
            byte[] payload = new byte[random.nextInt(i % 50 == 0 ? 200_000 : 300)];
            random.nextBytes(payload);
            boolean out = random.nextBoolean();
            frame(out ? 1 : 2, payload);
            expected.of(out ? StreamType.STDOUT : StreamType.STDERR).writeBytes(payload);
        }
        Streams copied = new Streams();
        for (LogFrame frame : all(reader(piece))) {
            copied.of(frame.type()).writeBytes(frame.bytes());
        }
        Streams inPlace = drained(reader(piece));
        for (StreamType type : List.of(StreamType.STDOUT, StreamType.STDERR)) {
            assertArrayEquals(expected.of(type).toByteArray(), copied.of(type).toByteArray());
            assertArrayEquals(expected.of(type).toByteArray(), inPlace.of(type).toByteArray());
        }
    }

    @Test
    void emptyFramesArePassedOver() throws Exception {
        frame(1, text(""))
                .frame(1, text("a"))
                .frame(2, text(""))
                .frame(1, text("b"))
                .frame(1, text(""));
        assertEquals(
                List.of(new LogFrame(StreamType.STDOUT, text("a")), new LogFrame(StreamType.STDOUT, text("b"))),
                all(reader(1)));
        assertEquals("ab", drained(reader(1000)).of(StreamType.STDOUT).toString(StandardCharsets.UTF_8));
    }

    @Test
    void nothingIsTheEnd() throws Exception {
        assertEquals(List.of(), all(reader(1)));
        assertFalse(reader(1).read((type, buffer, offset, length) -> {}));
    }

    @Test
    void largestFrameIsTaken() throws Exception {
        frame(1, new byte[FrameReader.MAX_FRAME]);
        assertEquals(FrameReader.MAX_FRAME, all(reader(8192)).getFirst().bytes().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {FrameReader.MAX_FRAME + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
    void largerFrameIsRefused(int size) {
        header(1, size).bytes(text("start"));
        assertThrows(StreamBrokenException.class, () -> reader(8192).next());
        assertThrows(StreamBrokenException.class, () -> drained(reader(8192)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 7, 8, 10})
    void cutInsideAFrameIsAFailure(int length) {
        frame(1, text("good"));
        byte[] second = new FrameReaderTest().frame(2, text("cut off")).wire.toByteArray();
        wire.write(second, 0, length);
        assertThrows(StreamBrokenException.class, () -> all(reader(3)));
        assertThrows(StreamBrokenException.class, () -> drained(reader(3)));
        assertThrows(StreamBrokenException.class, () -> drained(reader(8192)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain text, no frames at all", "\u0004\u0000\u0000\u0000\u0000\u0000\u0000\u0001x"})
    void whatIsntMadeOfFramesIsAFailure(String said) {
        bytes(text(said));
        assertThrows(StreamBrokenException.class, () -> all(reader(8192)));
    }

    @Test
    void withATerminalBytesComeAsTheyAre() throws Exception {
        byte[] said = text("\u0001\u0000\u0000\u0000 looks like a header");
        InputStream in = new ByteArrayInputStream(said);
        FrameReader reader = new FrameReader(in, StreamFormat.RAW, e -> new StreamBrokenException(null, "read", e));
        assertEquals(List.of(new LogFrame(StreamType.STDOUT, said)), all(reader));
    }

    @Test
    void failureOfTheStreamIsTranslated() {
        InputStream in = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };
        StreamBrokenException mine = new StreamBrokenException("GET /x", "reset", null);
        FrameReader reader = new FrameReader(in, StreamFormat.MULTIPLEXED, e -> mine);
        assertEquals(mine, assertThrows(StreamBrokenException.class, reader::next));
    }

    @Test
    void contentTypeDecidesBeforeTheTerminal() {
        assertEquals(
                List.of(StreamFormat.MULTIPLEXED, StreamFormat.RAW, StreamFormat.MULTIPLEXED),
                List.of(
                        StreamFormat.of("application/vnd.docker.multiplexed-stream", true),
                        StreamFormat.of("application/vnd.docker.raw-stream", true),
                        StreamFormat.of("application/vnd.docker.raw-stream", false)));
    }
}
