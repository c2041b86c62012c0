package io.quayside.terminal.emulator;

import java.util.ArrayList;
import java.util.List;

/// Breaks lines anew when the width changes, and finds the cursor's new place.
final class Reflow {
    private final int columns;
    private final List<Line> lines = new ArrayList<>();
    private int cursorLine;
    private int cursorColumn;
    private int topLine;

    private Reflow(int columns) {
        this.columns = columns;
    }

    /// Gives `grid` and its `history` another size.
    ///
    /// @return the cursor's new column and row
    static int[] resize(Grid grid, Scrollback history, int columns, int rows, int cursorX, int cursorY) {
        int used = cursorY + 1;
        for (int y = used; y < grid.rowCount(); y++) {
            used = grid.row(y).kept().length() > 0 ? y + 1 : used;
        }
        // Only a full screen takes lines back out of the scrollback: one that was cleared stays so.
        boolean full = used == grid.rowCount();
        Reflow reflow = new Reflow(columns);
        reflow.breakAll(grid, history, used, cursorX, history.size() + cursorY);
        int last = reflow.cursorLine;
        int start = Math.max(full ? 0 : reflow.topLine, reflow.lines.size() - rows);
        start = Math.max(Math.min(start, last), last - rows + 1);
        history.clear();
        for (Line line : reflow.lines.subList(0, start)) {
            history.push(line.kept());
        }
        List<Line> screen = new ArrayList<>(reflow.lines.subList(start, Math.min(start + rows, reflow.lines.size())));
        screen.forEach(line -> line.fit(columns));
        while (screen.size() < rows) {
            screen.add(new Line(columns));
        }
        grid.replace(screen, columns);
        return new int[] {Math.min(reflow.cursorColumn, columns - 1), last - start};
    }

    private void breakAll(Grid grid, Scrollback history, int used, int cursorX, int cursorIndex) {
        int count = history.size() + used;
        int i = 0;
        while (i < count) {
            List<Line> parts = new ArrayList<>();
            int length = 0;
            int cursorOffset = -1;
            int topOffset = -1;
            Line part;
            do {
                part = i < history.size() ? history.get(i) : grid.row(i - history.size());
                if (i == cursorIndex) {
                    cursorOffset = length + cursorX;
                }
                if (i == history.size()) {
                    topOffset = length;
                }
                parts.add(part.isWrapped() ? part.part(0, part.textLength()) : part.kept());
                length += parts.getLast().length();
                i++;
            } while (part.isWrapped() && i < count);
            breakOne(Line.joined(parts), cursorOffset, topOffset);
        }
    }

    private void breakOne(Line whole, int cursorOffset, int topOffset) {
        int from = 0;
        boolean more;
        do {
            int to = Math.min(from + columns, whole.length());
            if (to < whole.length() && whole.codePoint(to) == Line.TAIL) {
                to--;
            }
            more = to < whole.length();
            Line piece = whole.part(from, to);
            piece.setWrapped(more);
            lines.add(piece);
            if (cursorOffset >= from && (cursorOffset < to || !more)) {
                cursorLine = lines.size() - 1;
                cursorColumn = cursorOffset - from;
            }
            if (topOffset >= from && (topOffset < to || !more)) {
                topLine = lines.size() - 1;
            }
            from = to;
        } while (more);
        // Behind the text a cursor may stand further right than the new width.
        while (cursorOffset >= 0 && cursorColumn >= columns && cursorLine == lines.size() - 1) {
            lines.add(new Line(0));
            cursorLine++;
            cursorColumn -= columns;
        }
    }
}
