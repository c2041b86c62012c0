package io.quayside.terminal.emulator;

/// What programs switch on and off. Whoever holds the emulator's lock may read it.
public final class Modes {
    /// Which mouse events a program wants.
    public enum Mouse {
        /// None: the mouse selects text.
        OFF,
        /// Presses only (X10).
        PRESS,
        /// Presses and releases.
        CLICK,
        /// And moves with a button down.
        DRAG,
        /// And all moves.
        MOVE
    }

    /// How mouse events are written.
    public enum MouseFormat {
        /// Three bytes; reaches to column 223.
        BYTES,
        /// The same in UTF-8.
        UTF8,
        /// Decimal numbers with `<`.
        SGR,
        /// Decimal numbers without.
        URXVT
    }

    /// The form of the cursor.
    public enum Cursor {
        BLOCK,
        UNDERLINE,
        BAR
    }

    boolean insert;
    boolean newLine;
    boolean autoWrap;
    boolean origin;
    boolean sideMargins;
    boolean national;
    boolean vt52;
    boolean reverseWrap;
    boolean applicationCursor;
    boolean applicationKeypad;
    boolean bracketedPaste;
    boolean focusEvents;
    boolean alternateScroll;
    boolean reverseVideo;
    boolean cursorVisible;
    boolean cursorBlinks;
    boolean synchronizedOutput;
    Mouse mouse = Mouse.OFF;
    MouseFormat mouseFormat = MouseFormat.BYTES;
    Cursor cursor = Cursor.BLOCK;

    Modes() {
        reset();
    }

    void reset() {
        insert = false;
        newLine = false;
        autoWrap = true;
        origin = false;
        sideMargins = false;
        national = false;
        vt52 = false;
        reverseWrap = false;
        applicationCursor = false;
        applicationKeypad = false;
        bracketedPaste = false;
        focusEvents = false;
        alternateScroll = true;
        reverseVideo = false;
        cursorVisible = true;
        cursorBlinks = true;
        synchronizedOutput = false;
        mouse = Mouse.OFF;
        mouseFormat = MouseFormat.BYTES;
        cursor = Cursor.BLOCK;
    }

    void softReset() {
        insert = false;
        origin = false;
        sideMargins = false;
        autoWrap = true;
        cursorVisible = true;
        applicationCursor = false;
        applicationKeypad = false;
    }

    public boolean isBracketedPaste() {
        return bracketedPaste;
    }

    public boolean isFocusReported() {
        return focusEvents;
    }

    /// Whether the wheel sends arrow keys on the alternate screen, for programs that don't know the mouse.
    public boolean isAlternateScroll() {
        return alternateScroll;
    }

    public boolean isReverseVideo() {
        return reverseVideo;
    }

    public boolean isCursorVisible() {
        return cursorVisible;
    }

    public boolean isCursorBlinking() {
        return cursorBlinks;
    }

    /// Whether the program is in the middle of drawing and asks to wait with painting.
    public boolean isDrawing() {
        return synchronizedOutput;
    }

    public Mouse mouse() {
        return mouse;
    }

    public MouseFormat mouseFormat() {
        return mouseFormat;
    }

    public Cursor cursor() {
        return cursor;
    }
}
