package io.quayside.vm.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Requests of all types with arguments by chance, from seeds that repeat: each is answered or ends the
/// session, and nothing outside of the shared folder changes.
@Timeout(60)
class HostileBytesTest {
    private static final int[] TYPES = {
        8, 12, 14, 16, 18, 20, 22, 24, 26, 30, 32, 40, 50, 52, 54, 70, 72, 74, 76, 102, 104, 108, 110, 116, 118, 120,
        122, 99
    };
    private static final String[] TEXTS = {"a", "b", "dir", "..", ".", "", "/", "a/../..", "\0", "link", "x".repeat(300)
    };

    @TempDir
    Path temporary;

    @RepeatedTest(20)
    void requestsByChanceChangeNothingOutside(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        Path root = Files.createDirectory(temporary.resolve("shared"));
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.writeString(outside.resolve("a"), "untouched");
        Files.createSymbolicLink(root.resolve("link"), outside);
        Files.createDirectory(root.resolve("dir"));
        SharedFolder folder = new SharedFolder(new NioTree(root), new Ownership(temporary.resolve("owners")), false);
        for (int i = 0; i < 60; i++) {
            TestClient client = new TestClient(folder, new Replay(), random.nextInt(3));
            try (client) {
                for (int request = 0; request < 40; request++) {
                    byte[] message = message(random);
                    client.wire().send(message, 0, message.length);
                }
            }
            assertTrue(client.reason().length() < 200);
        }
        assertEquals("untouched", Files.readString(outside.resolve("a")));
        try (Stream<Path> all = Files.list(temporary)) {
            assertEquals(3, all.count());
        }
        try (Stream<Path> all = Files.list(outside)) {
            assertEquals(1, all.count());
        }
        folder.close();
    }

    private static byte[] message(Random random) {
        ByteBuffer out = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
        int type = TYPES[random.nextInt(TYPES.length)];
        out.putInt(0).put((byte) type).putShort((short) random.nextInt(1 << 16));
        if (type == 110) {
            out.putInt(random.nextInt(8)).putInt(random.nextInt(8));
            int count = random.nextInt(4);
            out.putShort((short) count);
            for (int i = 0; i < count; i++) {
                text(out, random);
            }
        }
        int parts = random.nextInt(10);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> out.putInt(random.nextInt(8));
                case 3 -> text(out, random);
                case 4 -> out.putLong(random.nextLong() >> random.nextInt(64));
                default -> out.putInt(random.nextInt());
            }
        }
        int size = out.position();
        out.putInt(0, random.nextInt(50) == 0 ? random.nextInt() : size);
        byte[] message = new byte[size];
        out.get(0, message);
        return message;
    }

    private static void text(ByteBuffer out, Random random) {
        byte[] text = TEXTS[random.nextInt(TEXTS.length)].getBytes(java.nio.charset.StandardCharsets.UTF_8);
        out.putShort((short) text.length).put(text);
    }
}
