package io.quayside.terminal.fx;

import io.quayside.terminal.TerminalSession;
import io.quayside.terminal.TerminalSize;
import io.quayside.terminal.emulator.Emulator;
import io.quayside.terminal.emulator.Line;
import io.quayside.terminal.emulator.Position;
import io.quayside.terminal.emulator.TextRange;
import io.quayside.terminal.fx.RowLook.Caret;
import io.quayside.terminal.fx.RowLook.Kind;
import io.quayside.terminal.fx.RowLook.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/// Brings the canvas up to date: under the session's lock it only copies the rows whose look has changed, and paints
/// them after. FX thread.
final class ScreenPainter {
    /// How long a program may keep the screen while it draws.
    private static final long LONGEST_DRAWING = 150_000_000L;

    private final Canvas canvas;
    private final TerminalSession session;
    private @Nullable RowLook[] painted = new RowLook[0];
    private @Nullable Line[] copies = new Line[0];
    private long pinned = -1;
    private long drawingSince;
    private int rowsPainted;

    /// What the last painting found.
    record Seen(
            long top,
            long firstLine,
            long topLine,
            boolean following,
            boolean alternate,
            String title,
            int bells,
            int caretColumn,
            int caretRow) {}

    private Seen seen = new Seen(0, 0, 0, true, false, "", 0, 0, 0);

    /// What the view adds to the program's screen.
    interface Decoration {
        Optional<TextRange> selection();

        List<TextRange> matches();

        Optional<TextRange> currentMatch();

        Optional<TextRange> hoveredLink();

        boolean isFocused();

        boolean isCaretOn();

        String composed();
    }

    ScreenPainter(Canvas canvas, TerminalSession session) {
        this.canvas = canvas;
        this.session = session;
    }

    Seen seen() {
        return seen;
    }

    /// How many rows were painted since the view was made.
    int rowsPainted() {
        return rowsPainted;
    }

    /// Everything is painted anew next time.
    void invalidate(int rows) {
        painted = new RowLook[rows];
        copies = new Line[rows];
    }

    /// Shows `line` at the top from now on, or follows the program when that is the screen.
    void scrollTo(long line) {
        pinned = line >= seen.topLine() ? -1 : Math.max(line, seen.firstLine());
    }

    void follow() {
        pinned = -1;
    }

    /// @return false when the program is in the middle of drawing and painting has to be tried again
    boolean paint(RowPainter rows, int columns, double left, Decoration decoration) {
        List<Integer> dirty = new ArrayList<>();
        boolean[] wait = new boolean[1];
        session.painting(emulator -> {
            wait[0] = emulator.modes().isDrawing() && !isDrawingTooLong();
            if (!wait[0]) {
                drawingSince = 0;
                collect(emulator, columns, decoration, dirty);
            }
        });
        if (wait[0]) {
            return false;
        }
        for (int row : dirty) {
            RowLook look = painted[row];
            Line copy = copies[row];
            if (look != null && copy != null) {
                rows.paint(row, copy, look, columns, left, canvas.getWidth());
                rowsPainted++;
            }
        }
        return true;
    }

    private boolean isDrawingTooLong() {
        long now = System.nanoTime();
        drawingSince = drawingSince == 0 ? now : drawingSince;
        return now - drawingSince > LONGEST_DRAWING;
    }

    private void collect(Emulator emulator, int columns, Decoration decoration, List<Integer> dirty) {
        boolean following = pinned < 0 || pinned >= emulator.topLine();
        long top = following ? emulator.topLine() : Math.max(pinned, emulator.firstLine());
        long caretLine = emulator.topLine() + emulator.cursorY();
        boolean caretOn = emulator.modes().isCursorVisible()
                && (decoration.isCaretOn() || !emulator.modes().isCursorBlinking() || !decoration.isFocused());
        for (int row = 0; row < painted.length; row++) {
            long number = top + row;
            Line line = number < emulator.endLine() ? emulator.line(number) : Nothing.LINE;
            Caret caret =
                    number == caretLine && (caretOn || !decoration.composed().isEmpty())
                            ? new Caret(
                                    emulator.cursorX(),
                                    emulator.modes().cursor(),
                                    decoration.isFocused(),
                                    decoration.composed())
                            : Caret.NONE;
            RowLook look = new RowLook(
                    line,
                    line.changes(),
                    spans(number, columns, decoration),
                    caret,
                    emulator.modes().isReverseVideo());
            if (!look.equals(painted[row])) {
                painted[row] = look;
                copies[row] = line.copy();
                dirty.add(row);
            }
        }
        seen = new Seen(
                top,
                emulator.firstLine(),
                emulator.topLine(),
                following,
                emulator.isAlternate(),
                emulator.title(),
                emulator.bells(),
                emulator.cursorX(),
                (int) (caretLine - top));
    }

    private static List<Span> spans(long number, int columns, Decoration decoration) {
        List<Span> spans = new ArrayList<>(0);
        decoration.selection().ifPresent(range -> add(spans, Kind.SELECTED, range, number, columns));
        decoration.matches().forEach(range -> add(spans, Kind.MATCH, range, number, columns));
        decoration.currentMatch().ifPresent(range -> add(spans, Kind.CURRENT_MATCH, range, number, columns));
        decoration.hoveredLink().ifPresent(range -> add(spans, Kind.LINK, range, number, columns));
        return spans;
    }

    private static void add(List<Span> spans, Kind kind, TextRange range, long number, int columns) {
        Position start = range.start();
        Position end = range.end();
        if (number >= start.line() && number <= end.line()) {
            int from = number == start.line() ? start.column() : 0;
            int to = number == end.line() ? end.column() : columns - 1;
            spans.add(new Span(kind, from, to));
        }
    }

    /// A row below the last line, while a smaller screen is on its way.
    private static final class Nothing {
        static final Line LINE = new Emulator(new TerminalSize(2, 1), 0, reply -> {}).row(0);
    }
}
