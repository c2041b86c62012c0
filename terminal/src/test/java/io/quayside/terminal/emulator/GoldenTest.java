package io.quayside.terminal.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What vttest and full-screen programs rely on: sequences and the screens they make, in one piece and byte by byte.
class GoldenTest {
    static List<GoldenCase> cases() throws IOException {
        return GoldenCase.read("golden.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesTheScreen(GoldenCase golden) {
        assertEquals(String.join("\n", golden.expected()), String.join("\n", golden.run(Integer.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void makesTheSameScreenByteByByte(GoldenCase golden) {
        assertEquals(String.join("\n", golden.expected()), String.join("\n", golden.run(1)));
    }
}
