package io.quayside.terminal.emulator;

import io.quayside.terminal.emulator.Modes.Mouse;
import java.nio.charset.StandardCharsets;

/// What keys, mouse and pasted text send to the program, as xterm does.
public final class InputEncoder {
    public static final int SHIFT = 1;
    public static final int ALT = 2;
    public static final int CTRL = 4;

    /// The buttons of [#mouse].
    public static final int LEFT = 0;

    public static final int MIDDLE = 1;
    public static final int RIGHT = 2;
    /// No button: a move.
    public static final int NONE = 3;

    public static final int WHEEL_UP = 64;
    public static final int WHEEL_DOWN = 65;

    private static final byte[] NOTHING = {};
    private static final int MOTION = 32;

    /// What the mouse did.
    public enum MouseAction {
        PRESS,
        RELEASE,
        MOVE
    }

    private InputEncoder() {}

    /// A key with its modifiers, a sum of [#SHIFT], [#ALT] and [#CTRL].
    public static byte[] key(TerminalKey key, int modifiers, Modes modes) {
        boolean lettered = switch (key) {
            case F1, F2, F3, F4, UP, DOWN, RIGHT, LEFT, HOME, END -> true;
            default -> false;
        };
        if (modes.vt52 && lettered) {
            return bytes("\033" + key.last);
        }
        return bytes(
                switch (key) {
                    case ENTER -> meta(modifiers) + (modes.newLine ? "\r\n" : "\r");
                    case TAB -> (modifiers & SHIFT) != 0 ? "\033[Z" : meta(modifiers) + "\t";
                    case BACKSPACE -> meta(modifiers) + ((modifiers & CTRL) != 0 ? "\b" : "\u007f");
                    case ESCAPE -> meta(modifiers) + "\033";
                    case F1, F2, F3, F4 -> modifiers == 0 ? "\033O" + key.last : modified(key, modifiers);
                    case UP, DOWN, RIGHT, LEFT, HOME, END ->
                        modifiers == 0
                                ? (modes.applicationCursor ? "\033O" : "\033[") + key.last
                                : modified(key, modifiers);
                    default -> modifiers == 0 ? "\033[" + key.number + "~" : modified(key, modifiers);
                });
    }

    private static String modified(TerminalKey key, int modifiers) {
        int number = key.number == 0 ? 1 : key.number;
        return "\033[" + number + ";" + (modifiers + 1) + key.last;
    }

    private static String meta(int modifiers) {
        return (modifiers & ALT) != 0 ? "\033" : "";
    }

    /// Typed text; with Alt an escape goes before it.
    public static byte[] text(String typed, boolean alt) {
        return bytes((alt ? "\033" : "") + typed);
    }

    /// A character with Ctrl: its control code, or nothing when it has none.
    public static byte[] control(int character, boolean alt) {
        int upper = Character.toUpperCase(character);
        int code = switch (upper) {
            case ' ', '2', '@' -> 0;
            case '3' -> 0x1B;
            case '4' -> 0x1C;
            case '5' -> 0x1D;
            case '6', '~' -> 0x1E;
            case '7', '/' -> 0x1F;
            case '8', '?' -> 0x7F;
            default -> upper >= 'A' && upper <= '_' ? upper & 0x1F : -1;
        };
        return code < 0 ? NOTHING : bytes((alt ? "\033" : "") + (char) code);
    }

    /// Pasted text. Line ends become the return key; control characters are left out, so that what was copied
    /// from somewhere can neither press keys nor end the brackets.
    public static byte[] paste(String text, Modes modes) {
        StringBuilder clean = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\r").replace('\n', '\r');
        lines.codePoints()
                .filter(c -> c == '\t' || c == '\r' || !Character.isISOControl(c))
                .forEach(clean::appendCodePoint);
        return bytes(modes.bracketedPaste ? "\033[200~" + clean + "\033[201~" : clean.toString());
    }

    /// A mouse event at a cell, counted from 0; nothing when the program doesn't want it.
    public static byte[] mouse(MouseAction action, int button, int modifiers, int column, int row, Modes modes) {
        if (!isWanted(action, button, modes.mouse)) {
            return NOTHING;
        }
        int code = button + (action == MouseAction.MOVE ? MOTION : 0);
        if (modes.mouse != Mouse.PRESS) {
            code += (modifiers & SHIFT) != 0 ? 4 : 0;
            code += (modifiers & ALT) != 0 ? 8 : 0;
            code += (modifiers & CTRL) != 0 ? 16 : 0;
        }
        boolean release = action == MouseAction.RELEASE;
        return switch (modes.mouseFormat) {
            case SGR -> bytes("\033[<" + code + ";" + (column + 1) + ";" + (row + 1) + (release ? "m" : "M"));
            case URXVT -> bytes("\033[" + (released(code, release) + 32) + ";" + (column + 1) + ";" + (row + 1) + "M");
            case UTF8 ->
                bytes("\033[M" + (char) (released(code, release) + 32) + (char) (column + 33) + (char) (row + 33));
            case BYTES ->
                column > 222 || row > 222
                        ? NOTHING
                        : ("\033[M" + (char) (released(code, release) + 32) + (char) (column + 33) + (char) (row + 33))
                                .getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static int released(int code, boolean release) {
        return release ? code | NONE : code;
    }

    private static boolean isWanted(MouseAction action, int button, Mouse mouse) {
        return switch (mouse) {
            case OFF -> false;
            case PRESS -> action == MouseAction.PRESS && button <= RIGHT;
            case CLICK -> action != MouseAction.MOVE;
            case DRAG -> action != MouseAction.MOVE || button != NONE;
            case MOVE -> true;
        };
    }

    /// What tells the program that the terminal got or lost the focus.
    public static byte[] focus(boolean focused, Modes modes) {
        return modes.focusEvents ? bytes(focused ? "\033[I" : "\033[O") : NOTHING;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
