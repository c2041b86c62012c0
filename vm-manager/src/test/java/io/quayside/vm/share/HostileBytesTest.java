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
    private static final int OPCODES = 54;

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
                    client.wire().request(message(random));
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
        FuseMessage message = new FuseMessage(
                random.nextInt(OPCODES), 2 * random.nextInt(1000), random.nextInt(6), random.nextInt(3), 4000);
        if (random.nextBoolean()) {
            arguments(message, random);
        }
        for (int parts = random.nextInt(10); parts > 0; parts--) {
            switch (random.nextInt(6)) {
                case 0 -> message.u32(random.nextInt(8));
                case 1, 2 -> message.u64(random.nextInt(8));
                case 3 -> message.text(TEXTS[random.nextInt(TEXTS.length)]);
                case 4 -> message.u64(random.nextLong() >> random.nextInt(64));
                default -> message.u32(random.nextInt());
            }
        }
        byte[] whole = message.whole();
        if (random.nextInt(50) == 0) {
            ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).putInt(0, random.nextInt());
        }
        return whole;
    }

    /// Zeroes, and two names: nearer to what some requests are.
    private static void arguments(FuseMessage message, Random random) {
        for (int words = random.nextInt(6); words > 0; words--) {
            message.u32(random.nextInt(4));
        }
        message.text(TEXTS[random.nextInt(TEXTS.length)]).text(TEXTS[random.nextInt(TEXTS.length)]);
    }
}
