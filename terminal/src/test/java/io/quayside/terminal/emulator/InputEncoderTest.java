package io.quayside.terminal.emulator;

import static io.quayside.terminal.emulator.InputEncoder.ALT;
import static io.quayside.terminal.emulator.InputEncoder.CTRL;
import static io.quayside.terminal.emulator.InputEncoder.SHIFT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quayside.terminal.emulator.InputEncoder.MouseAction;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class InputEncoderTest {
    private static Modes after(String output) {
        return Fed.of(20, 5, output).modes();
    }

    private static String key(TerminalKey key, int modifiers, String output) {
        return text(InputEncoder.key(key, modifiers, after(output)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\033", "^[");
    }

    @Test
    void arrowsFollowTheCursorMode() {
        assertEquals("^[[A", key(TerminalKey.UP, 0, ""));
        assertEquals("^[OA", key(TerminalKey.UP, 0, "\033[?1h"));
        assertEquals("^[[1;5D", key(TerminalKey.LEFT, CTRL, "\033[?1h"));
    }

    @Test
    void functionKeysAndModifiers() {
        assertEquals("^[OP", key(TerminalKey.F1, 0, ""));
        assertEquals("^[[1;2P", key(TerminalKey.F1, SHIFT, ""));
        assertEquals("^[[15~", key(TerminalKey.F5, 0, ""));
        assertEquals("^[[24;7~", key(TerminalKey.F12, CTRL + ALT, ""));
        assertEquals("^[[3~", key(TerminalKey.DELETE, 0, ""));
        assertEquals("^[[6;3~", key(TerminalKey.PAGE_DOWN, ALT, ""));
    }

    @Test
    void keysOfAVt52HaveNoModifiers() {
        assertEquals("^[A", key(TerminalKey.UP, 0, "\033[?1h\033[?2l"));
        assertEquals("^[P", key(TerminalKey.F1, SHIFT, "\033[?2l"));
        assertEquals("^[[A", key(TerminalKey.UP, 0, "\033[?2l\033<"));
    }

    @Test
    void keysWithControlCodes() {
        assertEquals("\r", key(TerminalKey.ENTER, 0, ""));
        assertEquals("\r\n", key(TerminalKey.ENTER, 0, "\033[20h"));
        assertEquals("\u007f", key(TerminalKey.BACKSPACE, 0, ""));
        assertEquals("^[\u007f", key(TerminalKey.BACKSPACE, ALT, ""));
        assertEquals("^[[Z", key(TerminalKey.TAB, SHIFT, ""));
    }

    @Test
    void controlCharacters() {
        assertEquals("\u0003", text(InputEncoder.control('c', false)));
        assertEquals("\0", text(InputEncoder.control(' ', false)));
        assertEquals("^[", text(InputEncoder.control('[', false)));
        assertEquals("^[\u0001", text(InputEncoder.control('a', true)));
        assertEquals("", text(InputEncoder.control('é', false)));
    }

    @Test
    void pastingInBracketsWhenAskedFor() {
        assertEquals("a\rb\rc", text(InputEncoder.paste("a\nb\r\nc", after(""))));
        assertEquals("^[[200~a\rb^[[201~", text(InputEncoder.paste("a\nb", after("\033[?2004h"))));
    }

    @Test
    void pastedTextCannotEndTheBracketsOrPressKeys() {
        assertEquals(
                "^[[200~x[201~rm\r^[[201~",
                text(InputEncoder.paste("x\033[201~rm\n\u0003\u009b", after("\033[?2004h"))));
    }

    @Test
    void mouseInEachFormat() {
        assertEquals("", mouse(MouseAction.PRESS, 0, 0, ""));
        assertEquals("^[[M %$", mouse(MouseAction.PRESS, 0, 0, "\033[?1000h"));
        assertEquals("^[[M#%$", mouse(MouseAction.RELEASE, 0, 0, "\033[?1000h"));
        assertEquals("^[[<0;5;4M", mouse(MouseAction.PRESS, 0, 0, "\033[?1000;1006h"));
        assertEquals("^[[<2;5;4m", mouse(MouseAction.RELEASE, 2, 0, "\033[?1000;1006h"));
        assertEquals("^[[32;5;4M", mouse(MouseAction.PRESS, 0, 0, "\033[?1000;1015h"));
        assertEquals("^[[<80;5;4M", mouse(MouseAction.PRESS, InputEncoder.WHEEL_UP, CTRL, "\033[?1000;1006h"));
    }

    @Test
    void movesAreSentToWhoAsksForThem() {
        assertEquals("", mouse(MouseAction.MOVE, 0, 0, "\033[?1000;1006h"));
        assertEquals("^[[<32;5;4M", mouse(MouseAction.MOVE, 0, 0, "\033[?1002;1006h"));
        assertEquals("", mouse(MouseAction.MOVE, InputEncoder.NONE, 0, "\033[?1002;1006h"));
        assertEquals("^[[<35;5;4M", mouse(MouseAction.MOVE, InputEncoder.NONE, 0, "\033[?1003;1006h"));
    }

    private static String mouse(MouseAction action, int button, int modifiers, String output) {
        return text(InputEncoder.mouse(action, button, modifiers, 4, 3, after(output)));
    }

    @Test
    void focusIsToldWhenAskedFor() {
        assertEquals("", text(InputEncoder.focus(true, after(""))));
        assertEquals("^[[I", text(InputEncoder.focus(true, after("\033[?1004h"))));
        assertEquals("^[[O", text(InputEncoder.focus(false, after("\033[?1004h"))));
    }
}
