package io.quayside.terminal.emulator;

import io.quayside.terminal.TerminalSize;
import java.nio.charset.StandardCharsets;

/// An emulator that has read something.
final class Fed {
    private Fed() {}

    static Emulator of(int columns, int rows, String text) {
        Emulator emulator = new Emulator(new TerminalSize(columns, rows), 100, reply -> {});
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        emulator.feed(bytes, 0, bytes.length);
        return emulator;
    }
}
