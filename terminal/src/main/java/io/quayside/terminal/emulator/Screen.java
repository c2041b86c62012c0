package io.quayside.terminal.emulator;

import io.quayside.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// The two screens with their one cursor: writing, moving, erasing, scrolling. Rows and columns count from 0.
final class Screen {
    private final Modes modes;
    private final Scrollback history;
    private final Tabs tabs = new Tabs();
    private final Charsets charsets = new Charsets();
    private Grid main;
    private Grid alternate;
    private Grid grid;
    private int x;
    private int y;
    /// The cursor stands on the last column, and the next character goes to the next line.
    private boolean pendingWrap;
    private int top;
    private int bottom;
    private long style;
    private int link;
    private int lastPrinted;
    private @Nullable SavedCursor savedMain;
    private @Nullable SavedCursor savedAlternate;

    Screen(TerminalSize size, Scrollback history, Modes modes) {
        this.history = history;
        this.modes = modes;
        main = new Grid(size.columns(), size.rows(), history);
        alternate = new Grid(size.columns(), size.rows(), null);
        grid = main;
        bottom = size.rows() - 1;
    }

    int columns() {
        return grid.columns();
    }

    /// Of the cursor's row: half of the columns where characters are twice as wide.
    private int rowWidth() {
        return grid.row(y).isDouble() ? Math.max(1, columns() / 2) : columns();
    }

    int rows() {
        return grid.rowCount();
    }

    Line row(int row) {
        return grid.row(row);
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /// The row as programs count it, which depends on origin mode.
    int reportedRow() {
        return (modes.origin ? y - top : y) + 1;
    }

    boolean isAlternate() {
        return grid == alternate;
    }

    long style() {
        return style;
    }

    void setStyle(long newStyle) {
        style = newStyle;
    }

    void setLink(int newLink) {
        link = newLink;
    }

    Charsets charsets() {
        return charsets;
    }

    Tabs tabs() {
        return tabs;
    }

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    // Writing

    void printAscii(byte[] bytes, int from, int to) {
        if (!charsets.isPlain() || modes.insert) {
            for (int i = from; i < to; i++) {
                print(bytes[i]);
            }
            return;
        }
        int i = from;
        while (i < to) {
            wrapIfPending();
            int n = Math.min(to - i, rowWidth() - x);
            if (n < to - i && !modes.autoWrap) {
                // Without wrapping the last column takes what is left, one over the other.
                grid.row(y).putAscii(x, bytes, i, n, style, link);
                grid.row(y).put(rowWidth() - 1, bytes[to - 1], style, link);
                x = rowWidth() - 1;
                break;
            }
            grid.row(y).putAscii(x, bytes, i, n, style, link);
            i += n;
            advance(n);
        }
        lastPrinted = bytes[to - 1];
    }

    void print(int received) {
        int codePoint = charsets.isPlain() ? received : charsets.map(received);
        int width = CharWidth.of(codePoint);
        if (width == 0) {
            join(codePoint);
            return;
        }
        lastPrinted = codePoint;
        wrapIfPending();
        if (width > rowWidth() - x) {
            if (modes.autoWrap) {
                wrap();
            } else {
                x = Math.max(0, rowWidth() - width);
            }
        }
        if (modes.insert) {
            grid.row(y).insert(x, Math.min(width, rowWidth() - x), Style.erased(style));
        }
        if (width == 2) {
            grid.row(y).putWide(x, codePoint, style, link);
        } else {
            grid.row(y).put(x, codePoint, style, link);
        }
        advance(width);
    }

    void repeatLast(int times) {
        if (lastPrinted != 0) {
            int most = Math.min(times, columns() * rows());
            for (int i = 0; i < most; i++) {
                print(lastPrinted);
            }
        }
    }

    private void join(int mark) {
        int at = pendingWrap ? x : x - 1;
        if (at >= 0) {
            Line line = grid.row(y);
            line.join(at > 0 && line.codePoint(at) == Line.TAIL ? at - 1 : at, mark);
        }
    }

    private void advance(int cells) {
        x += cells;
        if (x >= rowWidth()) {
            x = rowWidth() - 1;
            pendingWrap = modes.autoWrap;
        }
    }

    private void wrapIfPending() {
        if (pendingWrap) {
            wrap();
        }
        x = Math.min(x, rowWidth() - 1); // it may have come from a wider row
    }

    private void wrap() {
        grid.row(y).setWrapped(true);
        x = 0;
        pendingWrap = false;
        index();
    }

    // Moving

    void carriageReturn() {
        x = 0;
        pendingWrap = false;
    }

    void lineFeed() {
        index();
        if (modes.newLine) {
            carriageReturn();
        }
    }

    /// Down one row; at the end of the region everything moves up.
    void index() {
        pendingWrap = false;
        if (y == bottom) {
            grid.scrollUp(top, bottom, 1, Style.erased(style));
        } else if (y < rows() - 1) {
            y++;
        }
    }

    void reverseIndex() {
        pendingWrap = false;
        if (y == top) {
            grid.scrollDown(top, bottom, 1, Style.erased(style));
        } else if (y > 0) {
            y--;
        }
    }

    void backspace() {
        if (x > 0) {
            // From behind the last column the first step only leaves the pending wrap, as in xterm.
            x -= pendingWrap && modes.reverseWrap ? 0 : 1;
        } else if (modes.reverseWrap && modes.autoWrap && y > top) {
            y--;
            x = rowWidth() - 1;
        }
        pendingWrap = false;
    }

    void tab(int times) {
        for (int i = 0; i < Math.min(times, columns()); i++) {
            x = tabs.next(x, rowWidth() - 1);
        }
        // A wrap that waits at the edge goes on waiting, as in xterm.
    }

    void backTab(int times) {
        for (int i = 0; i < Math.min(times, columns()); i++) {
            x = tabs.previous(x);
        }
        pendingWrap = false;
    }

    void up(int n) {
        int first = y >= top ? top : 0;
        y = Math.max(first, y - n);
        pendingWrap = false;
    }

    void down(int n) {
        int last = y <= bottom ? bottom : rows() - 1;
        y = Math.min(last, y + n);
        pendingWrap = false;
    }

    void right(int n) {
        column(x + n);
    }

    void left(int n) {
        column(x - n);
    }

    void column(int newX) {
        x = Math.clamp(newX, 0, rowWidth() - 1);
        pendingWrap = false;
    }

    /// To a row as programs count it: in origin mode inside the region only.
    void line(int row) {
        y = modes.origin ? Math.clamp((long) top + row, top, bottom) : Math.clamp(row, 0, rows() - 1);
        pendingWrap = false;
    }

    void place(int row, int newX) {
        line(row);
        column(newX);
    }

    void setRegion(int newTop, int newBottom) {
        int last = Math.min(newBottom, rows() - 1);
        if (newTop < last) {
            top = newTop;
            bottom = last;
            place(0, 0);
        }
    }

    void setOrigin(boolean origin) {
        modes.origin = origin;
        place(0, 0);
    }

    // Erasing and shifting

    void eraseLine(int part) {
        Line line = grid.row(y);
        long erased = Style.erased(style);
        switch (part) {
            case 0 -> line.erase(x, columns(), erased);
            case 1 -> line.erase(0, x + 1, erased);
            case 2 -> line.erase(0, columns(), erased);
            default -> {
                return;
            }
        }
        pendingWrap = false;
    }

    void eraseScreen(int part) {
        long erased = Style.erased(style);
        switch (part) {
            case 0 -> {
                eraseLine(0);
                grid.eraseRows(y + 1, rows(), erased);
            }
            case 1 -> {
                grid.eraseRows(0, y, erased);
                eraseLine(1);
            }
            case 2 -> {
                grid.keepAll();
                grid.eraseRows(0, rows(), erased);
            }
            case 3 -> history.clear();
            default -> {
                return;
            }
        }
        pendingWrap = false;
    }

    void eraseCells(int n) {
        grid.row(y).erase(x, x + Math.min(n, columns()), Style.erased(style));
        pendingWrap = false;
    }

    void insertCells(int n) {
        grid.row(y).insert(x, Math.min(n, columns() - x), Style.erased(style));
        pendingWrap = false;
    }

    void deleteCells(int n) {
        grid.row(y).delete(x, Math.min(n, columns() - x), Style.erased(style));
        pendingWrap = false;
    }

    void insertLines(int n) {
        if (y >= top && y <= bottom) {
            grid.scrollDown(y, bottom, n, Style.erased(style));
            carriageReturn();
        }
    }

    void deleteLines(int n) {
        if (y >= top && y <= bottom) {
            grid.deleteRows(y, bottom, n, Style.erased(style));
            carriageReturn();
        }
    }

    void scrollUp(int n) {
        grid.scrollUp(top, bottom, n, Style.erased(style));
    }

    void scrollDown(int n) {
        grid.scrollDown(top, bottom, n, Style.erased(style));
    }

    /// Moves what is in the region to the right, or to the left for less than 0, if the cursor is in it.
    void scrollSideways(int n) {
        if (y >= top && y <= bottom) {
            grid.shift(top, bottom, n, Style.erased(style));
        }
    }

    /// Makes the characters of the cursor's row larger, or no longer.
    void sizeRow(Line.Size size) {
        grid.row(y).setSize(size);
        column(x);
    }

    /// Fills the screen with E, for adjusting a tube.
    void align() {
        top = 0;
        bottom = rows() - 1;
        grid.fill('E');
        place(0, 0);
    }

    // The cursor's memory, the other screen, another size

    void saveCursor() {
        SavedCursor saved = new SavedCursor(x, y, pendingWrap, style, modes.origin, modes.autoWrap, charsets.copy());
        if (isAlternate()) {
            savedAlternate = saved;
        } else {
            savedMain = saved;
        }
    }

    void restoreCursor() {
        SavedCursor saved = isAlternate() ? savedAlternate : savedMain;
        if (saved == null) {
            modes.origin = false;
            style = Style.PLAIN;
            charsets.reset();
            place(0, 0);
            return;
        }
        x = Math.min(saved.x(), columns() - 1);
        y = Math.min(saved.y(), rows() - 1);
        pendingWrap = saved.pendingWrap() && x == columns() - 1;
        style = saved.style();
        modes.origin = saved.origin();
        modes.autoWrap = saved.wrap();
        charsets.restore(saved.charsets());
    }

    void showAlternate(boolean show, boolean clear) {
        if (show == isAlternate()) {
            return;
        }
        if (clear) {
            alternate.eraseRows(0, alternate.rowCount(), show ? Style.erased(style) : Style.PLAIN);
        }
        grid = show ? alternate : main;
        pendingWrap = false;
    }

    void resize(TerminalSize size) {
        int rowsBefore = rows();
        if (size.columns() == columns() && size.rows() == rowsBefore) {
            return;
        }
        boolean full = isAlternate();
        int mainX = full && savedMain != null ? savedMain.x() : x;
        int mainY = Math.min(full && savedMain != null ? savedMain.y() : y, rowsBefore - 1);
        int[] cursor = Reflow.resize(main, history, size.columns(), size.rows(), mainX, mainY);
        int up = alternate.crop(size.columns(), size.rows(), full ? y : 0);
        if (full) {
            x = Math.min(x, size.columns() - 1);
            y = Math.clamp((long) y - up, 0, size.rows() - 1);
            savedMain = savedMain == null ? null : savedMain.movedTo(cursor[0], cursor[1]);
        } else {
            x = cursor[0];
            y = cursor[1];
        }
        pendingWrap = false;
        top = 0;
        bottom = size.rows() - 1;
    }

    void reset() {
        modes.reset();
        charsets.reset();
        tabs.reset();
        grid = main;
        style = Style.PLAIN;
        link = 0;
        lastPrinted = 0;
        savedMain = null;
        savedAlternate = null;
        main.keepAll();
        main.eraseRows(0, rows(), Style.PLAIN);
        alternate.eraseRows(0, rows(), Style.PLAIN);
        top = 0;
        bottom = rows() - 1;
        place(0, 0);
    }

    /// What a program asks for that can't know what the one before it left on: the text stays.
    void softReset() {
        modes.softReset();
        charsets.reset();
        style = Style.PLAIN;
        link = 0;
        savedMain = null;
        savedAlternate = null;
        top = 0;
        bottom = rows() - 1;
        pendingWrap = false;
    }

    /// The text stays; everything that a program switches on goes.
    void beginAnew() {
        showAlternate(false, false);
        modes.reset();
        softReset();
        if (x > 0 || grid.row(y).textLength() > 0) {
            index();
        }
        carriageReturn();
    }
}
