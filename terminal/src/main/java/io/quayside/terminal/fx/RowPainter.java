package io.quayside.terminal.fx;

import io.quayside.terminal.emulator.CharWidth;
import io.quayside.terminal.emulator.Line;
import io.quayside.terminal.emulator.Modes;
import io.quayside.terminal.emulator.Style;
import io.quayside.terminal.fx.RowLook.Caret;
import io.quayside.terminal.fx.RowLook.Kind;
import io.quayside.terminal.fx.RowLook.Span;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/// Paints one row: backgrounds, text in runs of one look, lines under and through it, the caret. FX thread.
final class RowPainter {
    private static final double BOLD_OFFSET = 0.6;
    private static final double SLANT = -0.2;
    private static final int LAST_PLAIN_CHARACTER = 0x24F;

    private final GraphicsContext to;
    private final CellMetrics cells;
    private final TerminalColors colors;
    private final TerminalStyle style;
    private final StringBuilder run = new StringBuilder();

    RowPainter(GraphicsContext to, CellMetrics cells, TerminalColors colors, TerminalStyle style) {
        this.to = to;
        this.cells = cells;
        this.colors = colors;
        this.style = style;
        to.setFont(cells.font());
        to.setLineCap(StrokeLineCap.BUTT);
    }

    /// @param width of the whole row, which may be more than that of its cells
    void paint(int row, Line line, RowLook look, int columns, double left, double width) {
        double y = cells.y(row);
        to.setFill(look.reverseVideo() ? colors.foreground() : colors.background());
        to.fillRect(0, y, width, cells.height());
        to.save();
        to.translate(left, 0);
        if (line.isDouble()) {
            enlarge(line.size(), width, y);
        }
        int shown = line.isDouble() ? (columns + 1) / 2 : columns;
        backgrounds(line, look, shown, y);
        text(line, look, shown, y);
        caret(line, look, y);
        to.restore();
    }

    /// What is painted from now on is twice as large, and stays in its row.
    private void enlarge(Line.Size size, double width, double y) {
        to.beginPath();
        to.rect(0, y, width, cells.height());
        to.clip();
        double above = size == Line.Size.BOTTOM ? cells.height() : 0;
        double tall = size == Line.Size.WIDE ? 1 : 2;
        to.translate(0, y - above);
        to.scale(2, tall);
        to.translate(0, -y);
    }

    private Color back(Line line, RowLook look, int x) {
        Color back = colors.back(line.style(x), look.reverseVideo());
        for (Span span : look.spans()) {
            if (x >= span.from() && x <= span.to()) {
                switch (span.kind()) {
                    case SELECTED -> {
                        return style.selection();
                    }
                    case MATCH -> back = style.mark();
                    case CURRENT_MATCH -> back = style.currentMark();
                    case LINK -> {
                        // Shown by its line.
                    }
                }
            }
        }
        return isBlockCaret(look, x) ? style.caret() : back;
    }

    private static boolean isBlockCaret(RowLook look, int x) {
        Caret caret = look.caret();
        return caret.focused() && caret.column() == x && caret.form() == Modes.Cursor.BLOCK;
    }

    private void backgrounds(Line line, RowLook look, int columns, double y) {
        Color plain = look.reverseVideo() ? colors.foreground() : colors.background();
        int from = 0;
        while (from < columns) {
            Color back = back(line, look, from);
            int end = from + 1;
            while (end < columns && back(line, look, end).equals(back)) {
                end++;
            }
            if (!back.equals(plain)) {
                to.setFill(back);
                to.fillRect(cells.x(from), y, cells.x(end) - cells.x(from), cells.height());
            }
            from = end;
        }
    }

    private void text(Line line, RowLook look, int columns, double y) {
        int x = 0;
        int end = Math.min(columns, line.length());
        while (x < end) {
            int from = x;
            long cell = line.style(x);
            Color back = back(line, look, x);
            boolean linked = isLinked(line, look, x);
            run.setLength(0);
            boolean blank = true;
            do {
                blank &= isBlank(line.codePoint(x));
                line.appendCell(x, run);
                x++;
            } while (x < end
                    && isSimple(line, x - 1)
                    && isSimple(line, x)
                    && line.style(x) == cell
                    && isLinked(line, look, x) == linked
                    && back(line, look, x).equals(back));
            if (Style.has(cell, Style.HIDDEN)) {
                continue;
            }
            Color color = colors.text(cell, look.reverseVideo(), back);
            if (!back.equals(colors.back(cell, look.reverseVideo()))) {
                color = colors.readable(color, back);
            }
            if (!blank) {
                glyphs(line, from, cell, color, y);
            }
            lines(cell, linked, color, from, x, y);
        }
    }

    private static boolean isBlank(int codePoint) {
        return codePoint == Line.EMPTY || codePoint == ' ' || codePoint == Line.TAIL;
    }

    /// Characters of the mono font come in runs; others are placed one by one, since other fonts have other widths.
    private static boolean isSimple(Line line, int x) {
        int codePoint = line.codePoint(x);
        return codePoint >= 0 && codePoint <= LAST_PLAIN_CHARACTER && !line.hasMarks(x);
    }

    private static boolean isLinked(Line line, RowLook look, int x) {
        return line.link(x) != 0
                || look.spans().stream()
                        .anyMatch(span -> span.kind() == Kind.LINK && x >= span.from() && x <= span.to());
    }

    private void glyphs(Line line, int from, long cell, Color color, double y) {
        int first = line.codePoint(from);
        double x = cells.x(from);
        if (BoxPainter.paint(to, first, color, x, y, cells.x(from + 1) - x, cells.height())) {
            return;
        }
        to.setFill(color);
        String text = run.toString();
        double most = cells.advance() * (line.isWide(from) ? 2 : 1);
        boolean single = !isSimple(line, from);
        to.save();
        to.translate(x, y + cells.baseline());
        if (Style.has(cell, Style.ITALIC)) {
            to.transform(1, 0, SLANT, 1, 0, 0);
        }
        if (single) {
            to.fillText(text, 0, 0, most);
        } else {
            to.fillText(text, 0, 0);
        }
        if (Style.has(cell, Style.BOLD)) {
            // The mono font is shipped in one weight.
            to.fillText(text, BOLD_OFFSET, 0);
        }
        to.restore();
    }

    private void lines(long cell, boolean linked, Color color, int from, int end, double y) {
        double x = cells.x(from);
        double width = cells.x(end) - x;
        double under = y + cells.baseline() + 2;
        to.setFill(color);
        if (Style.has(cell, Style.UNDERLINE) || linked) {
            if (Style.has(cell, Style.CURLY)) {
                for (double dot = x; dot < x + width; dot += 4) {
                    to.fillRect(dot, under, 2, 1);
                    to.fillRect(dot + 2, under + 1, 2, 1);
                }
            } else {
                to.fillRect(x, under, width, 1);
                if (Style.has(cell, Style.DOUBLE)) {
                    to.fillRect(x, under + 2, width, 1);
                }
            }
        }
        if (Style.has(cell, Style.STRIKE)) {
            to.fillRect(x, y + Math.round(cells.height() / 2), width, 1);
        }
    }

    private void caret(Line line, RowLook look, double y) {
        Caret caret = look.caret();
        if (caret.column() < 0) {
            return;
        }
        double x = cells.x(caret.column());
        double width = cells.x(caret.column() + (line.isWide(caret.column()) ? 2 : 1)) - x;
        to.setFill(style.caret());
        if (!caret.focused()) {
            to.setStroke(style.caret());
            to.setLineWidth(1);
            to.strokeRect(x + 0.5, y + 0.5, width - 1, cells.height() - 1);
        } else if (caret.form() == Modes.Cursor.UNDERLINE) {
            to.fillRect(x, y + cells.height() - 2, width, 2);
        } else if (caret.form() == Modes.Cursor.BAR) {
            to.fillRect(x, y, 2, cells.height());
        }
        if (!caret.composed().isEmpty()) {
            composed(caret.composed(), x, y);
        }
    }

    /// What an input method holds and hasn't sent yet, over the cells at the caret.
    private void composed(String text, double x, double y) {
        double width = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            width += cells.advance() * CharWidth.of(text.codePointAt(i));
        }
        to.setFill(style.selection());
        to.fillRect(x, y, width, cells.height());
        to.setFill(colors.readable(colors.foreground(), style.selection()));
        to.fillText(text, x, y + cells.baseline(), Math.max(1, width));
        to.fillRect(x, y + cells.baseline() + 2, width, 1);
    }
}
