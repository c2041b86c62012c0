package io.quayside.terminal.emulator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one of the two screens, and how they scroll.
final class Grid {
    private Line[] rows;
    private int columns;
    private final @Nullable Scrollback history;

    /// @param history where lines go that leave at the top, null to drop them
    Grid(int columns, int rowCount, @Nullable Scrollback history) {
        this.columns = columns;
        this.history = history;
        this.rows = new Line[rowCount];
        for (int y = 0; y < rowCount; y++) {
            rows[y] = new Line(columns);
        }
    }

    Line row(int y) {
        return rows[y];
    }

    int rowCount() {
        return rows.length;
    }

    int columns() {
        return columns;
    }

    /// Moves the rows from `top` to `bottom` up. Only what leaves a region that begins at the top is kept.
    void scrollUp(int top, int bottom, int count, long style) {
        int n = Math.min(count, bottom - top + 1);
        for (int i = 0; i < n; i++) {
            Line leaving = rows[top];
            if (top == 0 && history != null) {
                history.push(leaving.kept());
            }
            System.arraycopy(rows, top + 1, rows, top, bottom - top);
            leaving.clear(columns, style);
            rows[bottom] = leaving;
        }
    }

    /// Moves the rows up without keeping any: what deletes lines.
    void deleteRows(int top, int bottom, int count, long style) {
        int n = Math.min(count, bottom - top + 1);
        for (int i = 0; i < n; i++) {
            Line leaving = rows[top];
            System.arraycopy(rows, top + 1, rows, top, bottom - top);
            leaving.clear(columns, style);
            rows[bottom] = leaving;
        }
    }

    void scrollDown(int top, int bottom, int count, long style) {
        int n = Math.min(count, bottom - top + 1);
        for (int i = 0; i < n; i++) {
            Line leaving = rows[bottom];
            System.arraycopy(rows, top, rows, top + 1, bottom - top);
            leaving.clear(columns, style);
            rows[top] = leaving;
        }
    }

    void eraseRows(int from, int to, long style) {
        for (int y = from; y < to; y++) {
            rows[y].clear(columns, style);
        }
    }

    /// What is on the screen goes into the scrollback, as a terminal does before it is cleared.
    void keepAll() {
        if (history == null) {
            return;
        }
        int used = rows.length;
        while (used > 0 && rows[used - 1].textLength() == 0) {
            used--;
        }
        for (int y = 0; y < used; y++) {
            history.push(rows[y].kept());
        }
    }

    /// Takes another size without moving text to other lines. Rows leave or come at the bottom, or at the top when
    /// `cursor` would be cut off.
    ///
    /// @return how far the rows moved up
    int crop(int newColumns, int newRows, int cursor) {
        int up = Math.max(0, cursor - newRows + 1);
        Line[] kept = new Line[newRows];
        for (int y = 0; y < newRows; y++) {
            if (y + up < rows.length) {
                kept[y] = rows[y + up];
                kept[y].fit(newColumns);
            } else {
                kept[y] = new Line(newColumns);
            }
        }
        rows = kept;
        columns = newColumns;
        return up;
    }

    /// Takes these lines, all of `newColumns` cells.
    void replace(List<Line> lines, int newColumns) {
        rows = lines.toArray(Line[]::new);
        columns = newColumns;
    }

    /// Puts one character into every cell.
    void fill(char c) {
        for (int row = 0; row < rowCount(); row++) {
            row(row).clear(columns(), Style.PLAIN);
            for (int column = 0; column < columns(); column++) {
                row(row).put(column, c, Style.PLAIN, 0);
            }
        }
    }

    /// Moves the part of the rows between the margins up from row `first` on, or down for less than 0. What leaves
    /// isn't
    /// kept: it is no line.
    void scrollPart(Margins margins, int first, int count, long style) {
        int from = margins.left();
        int to = margins.right() + 1;
        int height = margins.bottom() - first + 1;
        int n = Math.clamp(count, -height, height);
        for (int i = 0; i < height; i++) {
            // The row that is taken from is read before it is written.
            int y = n > 0 ? first + i : margins.bottom() - i;
            int source = y + n;
            if (source >= first && source <= margins.bottom()) {
                rows[y].take(rows[source], from, to);
            } else {
                rows[y].erase(from, to, style);
            }
        }
    }

    /// Moves what the rows between the margins have from column `from` on to the right, or to the left for less than 0.
    void shift(Margins margins, int from, int cells, long erased) {
        int end = margins.right() + 1;
        int n = Math.clamp(Math.abs((long) cells), 0, end - from);
        for (int y = margins.top(); y <= margins.bottom(); y++) {
            if (cells < 0) {
                rows[y].delete(from, n, end, erased);
            } else {
                rows[y].insert(from, n, end, erased);
            }
        }
    }

    /// No row has larger characters any more.
    void makeSingle() {
        for (Line row : rows) {
            row.setSize(Line.Size.SINGLE);
        }
    }
}
