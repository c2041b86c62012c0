package io.quayside.engine.internal.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8RepairTest {

    /// Reads in blocks of `block` from a source that gives `piece` bytes at a time.
    private static byte[] repaired(byte[] bytes, int block, int piece) {
        InputStream source = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, piece));
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[block];
        try (InputStream in = new Utf8Repair(source)) {
            for (int n = in.read(buffer, 0, block); n >= 0; n = in.read(buffer, 0, block)) {
                out.write(buffer, 0, n);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 100})
    void validTextPassesUnchanged(int piece) {
        byte[] text = "plain text, \u00e9t\u00e9, \u05d0\u202e, \u20ac\u20ac, \ud83d\udea2 and more plain text"
                .repeat(20)
                .getBytes(StandardCharsets.UTF_8);

        assertArrayEquals(text, repaired(text, 4, piece));
        assertArrayEquals(text, repaired(text, 64, piece));
    }

    @ParameterizedTest
    @CsvSource({
        "61ff62, a?b",
        "80, ?",
        "61c3, a?",
        "61e282, a??",
        "f09f9a, ???",
        "c361, ?a",
        "e28261, ??a",
        "f09f9a61, ???a",
        "f8808080, ????",
        "eda080, ???",
        "c080, ??",
        "f4908080, ????",
        "c3c3a9, ?\u00e9"
    })
    void badBytesBecomeQuestionMarks(String hex, String expected) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        for (int piece = 1; piece <= 4; piece++) {
            assertEquals(expected, new String(repaired(bytes, 4, piece), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anyBytesGiveWhatTheParserTakes() {
        Random random = new Random(7);
        for (int run = 0; run < 3000; run++) {
            byte[] noise = new byte[1 + random.nextInt(200)];
            random.nextBytes(noise);
            byte[] text = new String(noise, StandardCharsets.ISO_8859_1)
                    .replaceAll("[\"\\\\]", " ")
                    .getBytes(StandardCharsets.ISO_8859_1);
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            json.write('"');
            json.writeBytes(text);
            json.write('"');

            try (JsonIn in = Json.read(json.toByteArray())) {
                in.nextValue();
                assertEquals(text.length == 0, in.text().isEmpty());
            }
        }
    }
}
