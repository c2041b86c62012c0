package io.quayside.terminal.emulator;

/// The part of the screen that scrolls: the rows from `top` to `bottom` and, in them, the columns from `left` to
/// `right`. All of it unless a program says otherwise.
final class Margins {
    private int columns;
    private int rows;
    private int top;
    private int bottom;
    private int left;
    private int right;

    Margins(int columns, int rows) {
        reset(columns, rows);
    }

    /// The whole of a screen of this size.
    void reset(int newColumns, int newRows) {
        columns = newColumns;
        rows = newRows;
        top = 0;
        bottom = newRows - 1;
        resetSides();
    }

    void resetSides() {
        left = 0;
        right = columns - 1;
    }

    /// @return whether there are two rows at least, without which it stays as it is
    boolean setRows(int newTop, int newBottom) {
        int last = Math.min(newBottom, rows - 1);
        if (newTop < last) {
            top = newTop;
            bottom = last;
        }
        return newTop < last;
    }

    /// @return whether there are two columns at least, without which it stays as it is
    boolean setSides(int newLeft, int newRight) {
        int last = Math.min(newRight, columns - 1);
        if (newLeft < last) {
            left = newLeft;
            right = last;
        }
        return newLeft < last;
    }

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    int left() {
        return left;
    }

    int right() {
        return right;
    }

    boolean hasSides() {
        return left > 0 || right < columns - 1;
    }

    boolean hasColumn(int x) {
        return x >= left && x <= right;
    }

    boolean contains(int x, int y) {
        return y >= top && y <= bottom && hasColumn(x);
    }
}
