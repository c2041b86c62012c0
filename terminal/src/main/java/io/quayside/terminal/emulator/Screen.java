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
    private final Margins margins;
    private final ScreenEdits edits;
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
        margins = new Margins(size.columns(), size.rows());
        edits = new ScreenEdits(this, history);
    }

    int columns() {
        return grid.columns();
    }

    /// Of the cursor's row: half of the columns where characters are twice as wide.
    private int rowWidth() {
        return grid.row(y).isDouble() && !margins.hasSides() ? Math.max(1, columns() / 2) : columns();
    }

    /// The last column that the cursor reaches by writing or moving to the right: that of the margin, but the screen's
    /// when it is behind that.
    private int lastColumn() {
        return margins.hasSides() && x <= margins.right() ? margins.right() : rowWidth() - 1;
    }

    /// The same to the left.
    private int firstColumn() {
        return x >= margins.left() ? margins.left() : 0;
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
        return (modes.origin ? y - margins.top() : y) + 1;
    }

    int reportedColumn() {
        return (modes.origin ? Math.max(0, x - margins.left()) : x) + 1;
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

    Margins margins() {
        return margins;
    }

    ScreenEdits edits() {
        return edits;
    }

    Grid grid() {
        return grid;
    }

    /// How a cell looks that is erased now.
    long erased() {
        return Style.erased(style);
    }

    void dropPendingWrap() {
        pendingWrap = false;
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
            int last = lastColumn();
            int n = Math.min(to - i, last + 1 - x);
            if (n < to - i && !modes.autoWrap) {
                // Without wrapping the last column takes what is left, one over the other.
                grid.row(y).putAscii(x, bytes, i, n, style, link);
                grid.row(y).put(last, bytes[to - 1], style, link);
                x = last;
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
        if (width > lastColumn() + 1 - x) {
            if (modes.autoWrap) {
                wrap();
            } else {
                x = Math.max(0, lastColumn() + 1 - width);
            }
        }
        if (modes.insert) {
            edits.insertCells(width);
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
        int last = lastColumn();
        x += cells;
        if (x > last) {
            x = last;
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
        // Between margins a text goes on in a part of the next line, which makes no longer line of the two.
        grid.row(y).setWrapped(!margins.hasSides());
        index();
        x = margins.left();
    }

    // Moving

    void carriageReturn() {
        x = modes.origin ? margins.left() : firstColumn();
        pendingWrap = false;
    }

    void lineFeed() {
        index();
        if (modes.newLine) {
            carriageReturn();
        }
    }

    /// Down one row; at the end of the region everything moves up. Beside it nothing moves, nor the cursor out of it.
    void index() {
        pendingWrap = false;
        if (y == margins.bottom()) {
            if (margins.hasColumn(x)) {
                edits.scrollUp(1);
            }
        } else if (y < rows() - 1) {
            y++;
        }
    }

    void reverseIndex() {
        pendingWrap = false;
        if (y == margins.top()) {
            if (margins.hasColumn(x)) {
                edits.scrollDown(1);
            }
        } else if (y > 0) {
            y--;
        }
    }

    void backspace() {
        if (x > firstColumn()) {
            // From behind the last column the first step only leaves the pending wrap, as in xterm.
            x -= pendingWrap && modes.reverseWrap ? 0 : 1;
        } else if (modes.reverseWrap && modes.autoWrap && y > margins.top()) {
            y--;
            x = Math.min(margins.right(), rowWidth() - 1);
        }
        pendingWrap = false;
    }

    void tab(int times) {
        for (int i = 0; i < Math.min(times, columns()); i++) {
            x = tabs.next(x, lastColumn());
        }
        // A wrap that waits at the edge goes on waiting, as in xterm.
    }

    void backTab(int times) {
        for (int i = 0; i < Math.min(times, columns()); i++) {
            x = Math.max(tabs.previous(x), modes.origin ? firstColumn() : 0);
        }
        pendingWrap = false;
    }

    void up(int n) {
        int first = y >= margins.top() ? margins.top() : 0;
        y = Math.max(first, y - n);
        pendingWrap = false;
    }

    void down(int n) {
        int last = y <= margins.bottom() ? margins.bottom() : rows() - 1;
        y = Math.min(last, y + n);
        pendingWrap = false;
    }

    void right(int n) {
        x = Math.min(x + n, lastColumn());
        pendingWrap = false;
    }

    void left(int n) {
        x = Math.max(x - n, firstColumn());
        pendingWrap = false;
    }

    /// To a column as programs count it: in origin mode between the margins only.
    void column(int newX) {
        x = modes.origin
                ? Math.clamp((long) margins.left() + newX, margins.left(), Math.min(margins.right(), rowWidth() - 1))
                : Math.clamp(newX, 0, rowWidth() - 1);
        pendingWrap = false;
    }

    /// To a row as programs count it: in origin mode inside the region only.
    void line(int row) {
        y = modes.origin
                ? Math.clamp((long) margins.top() + row, margins.top(), margins.bottom())
                : Math.clamp(row, 0, rows() - 1);
        pendingWrap = false;
    }

    void place(int row, int newX) {
        line(row);
        column(newX);
    }

    void setRegion(int top, int bottom) {
        if (margins.setRows(top, bottom)) {
            place(0, 0);
        }
    }

    void setSides(int left, int right) {
        if (margins.setSides(left, right)) {
            place(0, 0);
        }
    }

    /// Whether there may be margins at the sides. Larger characters don't go with them.
    void allowSides(boolean allow) {
        modes.sideMargins = allow;
        margins.resetSides();
        if (allow) {
            main.makeSingle();
            alternate.makeSingle();
        }
    }

    void setOrigin(boolean origin) {
        modes.origin = origin;
        place(0, 0);
    }

    // Larger characters

    /// Makes the characters of the cursor's row larger, or no longer.
    void sizeRow(Line.Size size) {
        if (!modes.sideMargins) {
            grid.row(y).setSize(size);
            right(0);
        }
    }

    /// Fills the screen with E, for adjusting a tube.
    void align() {
        margins.reset(columns(), rows());
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
        margins.reset(size.columns(), size.rows());
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
        margins.reset(columns(), rows());
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
        margins.reset(columns(), rows());
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
