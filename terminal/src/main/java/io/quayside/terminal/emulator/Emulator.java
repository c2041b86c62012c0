package io.quayside.terminal.emulator;

import io.quayside.terminal.TerminalSize;
import java.util.function.Consumer;

/// A terminal of the kind that programs call `xterm-256color`: bytes go in, a screen and its scrollback come out. It
/// never throws, whatever the bytes. Not safe for threads: whoever owns it locks.
public final class Emulator {
    private final Scrollback history;
    private final Modes modes = new Modes();
    private final Screen screen;
    private final SystemCommands system;
    private final VtParser parser;
    private TerminalSize size;

    /// @param scrollback how many lines are kept that scrolled off
    /// @param replies takes what the terminal answers to a program's questions
    public Emulator(TerminalSize size, int scrollback, Consumer<byte[]> replies) {
        this.size = size;
        history = new Scrollback(scrollback);
        screen = new Screen(size, history, modes);
        system = new SystemCommands(screen, replies);
        parser = new VtParser(new VtCommands(screen, modes, system, replies));
    }

    /// Takes output, in pieces of any size.
    public void feed(byte[] bytes, int offset, int length) {
        parser.feed(bytes, offset, length);
    }

    /// Takes another size; lines that were broken at the old width are broken anew.
    public void resize(TerminalSize newSize) {
        size = newSize;
        screen.resize(newSize);
    }

    public TerminalSize size() {
        return size;
    }

    public Scrollback history() {
        return history;
    }

    public Modes modes() {
        return modes;
    }

    /// A row of the screen that is shown, 0 the top.
    public Line row(int y) {
        return screen.row(y);
    }

    /// The number of the oldest line that can be shown. Lines have numbers that never change but by [#resize].
    public long firstLine() {
        return isAlternate() ? topLine() : history.dropped();
    }

    /// The number of the line at the top of the screen.
    public long topLine() {
        return history.dropped() + history.size();
    }

    /// The number after that of the last line.
    public long endLine() {
        return topLine() + size.rows();
    }

    /// The line with this number, from [#firstLine] to before [#endLine].
    public Line line(long number) {
        long index = number - history.dropped();
        return index < history.size() ? history.get((int) index) : screen.row((int) (index - history.size()));
    }

    public int cursorX() {
        return screen.x();
    }

    public int cursorY() {
        return screen.y();
    }

    /// Whether a full-screen program has the other screen, which has no scrollback.
    public boolean isAlternate() {
        return screen.isAlternate();
    }

    /// The window title that the program set: untrusted text.
    public String title() {
        return system.title();
    }

    /// How often the bell rang.
    public int bells() {
        return system.bells();
    }

    /// The address of a cell's link, empty for none: untrusted text.
    public String link(Line line, int x) {
        return system.address(line.link(x));
    }

    /// Undoes what a program that ended may have left on, and begins a line of its own for the next.
    public void prepareForNextProgram() {
        screen.beginAnew();
    }

    /// What the terminal answers when asked for its colours, as 0xRRGGBB.
    public void setColors(int foreground, int background) {
        system.setColors(foreground, background);
    }
}
