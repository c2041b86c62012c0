package io.quayside.engine.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.engine.internal.codec.RawText;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawTextTest {
    @Test
    void anyBytesComeBack() {
        Random random = new Random(5);
        byte[] interesting = "aé→😀".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[random.nextInt(12)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = random.nextBoolean()
                        ? (byte) random.nextInt(256)
                        : interesting[random.nextInt(interesting.length)];
            }
            assertArrayEquals(bytes, RawText.bytes(RawText.of(bytes)));
        }
    }

    @Test
    void properTextStaysAsItIs() {
        String text = "aé→😀\uFFFD";
        assertEquals(text, RawText.of(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals("\uDCED\uDCA0\uDC80\uDCFF", RawText.of(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, -1}));
    }
}
