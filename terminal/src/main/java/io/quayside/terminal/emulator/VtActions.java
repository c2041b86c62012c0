package io.quayside.terminal.emulator;

/// What the parser found in a program's output.
interface VtActions {
    /// Printable ASCII.
    void printAscii(byte[] bytes, int from, int to);

    /// Any other character to be shown.
    void print(int codePoint);

    /// A control character, such as a line feed.
    void control(int c);

    /// `ESC`, an intermediate character or 0, and the final one.
    void escape(char intermediate, char last);

    /// A control sequence with its parameters.
    void csi(CsiParams params, char intermediate, char last);

    /// An operating system command (OSC).
    ///
    /// @param byBell whether it ended with BEL, as the answer should then, too
    void command(String text, boolean byBell);

    /// A device control string (DCS).
    void deviceString(String text);

    /// Whether the program wants the sequences of a VT52.
    boolean isVt52();

    /// The cursor goes to a place, counted from 0, which may be none of the screen.
    void vt52Place(int row, int column);
}
