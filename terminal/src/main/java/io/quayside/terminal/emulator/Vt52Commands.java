package io.quayside.terminal.emulator;

import java.util.function.Consumer;

/// What escapes mean to a VT52, which a program may ask for by `CSI ? 2 l`. It knows no others.
final class Vt52Commands {
    private final Screen screen;
    private final Modes modes;
    private final Consumer<String> reply;

    Vt52Commands(Screen screen, Modes modes, Consumer<String> reply) {
        this.screen = screen;
        this.modes = modes;
        this.reply = reply;
    }

    void run(char last) {
        switch (last) {
            case 'A' -> screen.up(1);
            case 'B' -> screen.down(1);
            case 'C' -> screen.right(1);
            case 'D' -> screen.left(1);
            case 'F' -> screen.charsets().useVt52Graphics();
            case 'G' -> screen.charsets().reset();
            case 'H' -> screen.place(0, 0);
            case 'I' -> screen.reverseIndex();
            case 'J' -> screen.edits().eraseScreen(0);
            case 'K' -> screen.edits().eraseLine(0);
            case 'Z' -> reply.accept("\033/Z");
            case '=' -> modes.applicationKeypad = true;
            case '>' -> modes.applicationKeypad = false;
            case '<' -> {
                modes.vt52 = false;
                screen.charsets().reset();
            }
            default -> {
                // Nothing that a VT52 has.
            }
        }
    }
}
