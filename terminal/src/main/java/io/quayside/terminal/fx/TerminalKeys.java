package io.quayside.terminal.fx;

import io.quayside.terminal.emulator.InputEncoder;
import io.quayside.terminal.emulator.Modes;
import io.quayside.terminal.emulator.TerminalKey;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What a key of the keyboard sends. FX thread.
///
/// Where the shortcut key is Ctrl, Ctrl with a letter belongs to the program and Ctrl+Shift to the app; on a Mac
/// the app has Cmd and the program all of Ctrl.
final class TerminalKeys {
    private static final byte[] NOTHING = {};
    private static final Map<KeyCode, TerminalKey> KEYS = new EnumMap<>(KeyCode.class);

    static {
        KEYS.put(KeyCode.UP, TerminalKey.UP);
        KEYS.put(KeyCode.DOWN, TerminalKey.DOWN);
        KEYS.put(KeyCode.LEFT, TerminalKey.LEFT);
        KEYS.put(KeyCode.RIGHT, TerminalKey.RIGHT);
        KEYS.put(KeyCode.KP_UP, TerminalKey.UP);
        KEYS.put(KeyCode.KP_DOWN, TerminalKey.DOWN);
        KEYS.put(KeyCode.KP_LEFT, TerminalKey.LEFT);
        KEYS.put(KeyCode.KP_RIGHT, TerminalKey.RIGHT);
        KEYS.put(KeyCode.HOME, TerminalKey.HOME);
        KEYS.put(KeyCode.END, TerminalKey.END);
        KEYS.put(KeyCode.INSERT, TerminalKey.INSERT);
        KEYS.put(KeyCode.DELETE, TerminalKey.DELETE);
        KEYS.put(KeyCode.PAGE_UP, TerminalKey.PAGE_UP);
        KEYS.put(KeyCode.PAGE_DOWN, TerminalKey.PAGE_DOWN);
        KEYS.put(KeyCode.ENTER, TerminalKey.ENTER);
        KEYS.put(KeyCode.TAB, TerminalKey.TAB);
        KEYS.put(KeyCode.BACK_SPACE, TerminalKey.BACKSPACE);
        KEYS.put(KeyCode.ESCAPE, TerminalKey.ESCAPE);
        for (int i = 1; i <= 12; i++) {
            KEYS.put(KeyCode.valueOf("F" + i), TerminalKey.valueOf("F" + i));
        }
    }

    private static final Map<KeyCode, Character> SIGNS = Map.of(
            KeyCode.SPACE, ' ',
            KeyCode.OPEN_BRACKET, '[',
            KeyCode.CLOSE_BRACKET, ']',
            KeyCode.BACK_SLASH, '\\',
            KeyCode.SLASH, '/',
            KeyCode.MINUS, '_',
            KeyCode.CIRCUMFLEX, '^',
            KeyCode.AT, '@',
            KeyCode.UNDERSCORE, '_');

    private TerminalKeys() {}

    /// The bytes of a pressed key; none when the key types a character, or belongs to the app.
    static byte[] pressed(KeyEvent event, Modes modes) {
        KeyCode code = event.getCode();
        if (isOfTheApp(event)) {
            return NOTHING;
        }
        TerminalKey key = KEYS.get(code);
        if (key != null) {
            return InputEncoder.key(key, modifiers(event), modes);
        }
        // AltGr is Ctrl with Alt and types a character.
        if (event.isControlDown() && !event.isAltDown()) {
            Character sign = SIGNS.get(code);
            if (sign != null) {
                return InputEncoder.control(sign, false);
            }
            if ((code.isLetterKey() || code.isDigitKey()) && code.getName().length() == 1) {
                return InputEncoder.control(code.getName().charAt(0), false);
            }
        }
        return NOTHING;
    }

    /// The bytes of a typed character; none for control characters, which are sent when pressed.
    static byte[] typed(KeyEvent event) {
        String text = event.getCharacter();
        boolean shortcut = event.isMetaDown() || (event.isControlDown() && !event.isAltDown());
        if (text.isEmpty()
                || shortcut
                || Character.isISOControl(text.charAt(0))
                || text.equals(KeyEvent.CHAR_UNDEFINED)) {
            return NOTHING;
        }
        return InputEncoder.text(text, event.isAltDown() && !event.isControlDown() && text.charAt(0) < 0x80);
    }

    /// Keys that the terminal leaves alone: F6 leaves it, the shortcut key's own are the app's.
    static boolean isOfTheApp(KeyEvent event) {
        boolean appChord = event.isControlDown() && event.isShiftDown() && !KEYS.containsKey(event.getCode());
        return event.isMetaDown() || appChord || event.getCode() == KeyCode.F6;
    }

    static int modifiers(KeyEvent event) {
        return (event.isShiftDown() ? InputEncoder.SHIFT : 0)
                + (event.isAltDown() ? InputEncoder.ALT : 0)
                + (event.isControlDown() ? InputEncoder.CTRL : 0);
    }
}
