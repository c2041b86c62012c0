package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.desktop.ui.theme.Fonts;
import io.quayside.engine.logs.LogPattern;
import io.quayside.engine.logs.StoredLine;
import io.quayside.engine.stream.StreamType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Draws rows of a log: number, time, stream, text in cells of one width. FX thread.
final class LogPainter {
    /// Room above the first row.
    static final double TOP = 6;

    private static final double LEADING = 5.0 / 3;
    /// By how much a bold glyph is drawn a second time; there is one weight of the font.
    private static final double BOLD = 0.6;
    private static final double LEFT = 14;
    private static final double GAP = 14;
    /// Of the column of services, 92 px at the usual size.
    private static final double SERVICE_CELLS = 12.8;
    static final int LONGEST_MARKED = 20_000;
    /// In one line.
    static final int MOST_MARKS = 200;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private final GraphicsContext graphics;
    private final Inks inks;
    private Font font = Font.font(Fonts.MONO, 12);
    private double cell;
    private double row = 20;
    private final ZoneId zone = ZoneId.systemDefault();
    private Optional<LogPattern> compiledFor = Optional.empty();
    private Optional<Pattern> compiled = Optional.empty();
    private Columns columns = new Columns(true, true, false, true);
    private double timeAt;
    private double serviceAt;
    private double streamAt;
    private double textAt;
    private double width;
    private double tinted;

    LogPainter(GraphicsContext graphics, Inks inks) {
        this.graphics = graphics;
        this.inks = inks;
        setSize(12);
    }

    /// How large text is, in pixels.
    void setSize(double size) {
        font = Font.font(Fonts.MONO, size);
        Text sample = new Text("M".repeat(100));
        sample.setFont(font);
        cell = sample.getLayoutBounds().getWidth() / 100;
        row = Math.round(size * LEADING);
    }

    /// The height of a row.
    double row() {
        return row;
    }

    /// What stands in front of the text.
    ///
    /// @param numbers whether lines have numbers to show
    /// @param times whether the engine's times are wanted
    /// @param services whether it is said whose line it is, in place of its number
    /// @param streams whether there are several to be told apart
    record Columns(boolean numbers, boolean times, boolean services, boolean streams) {}

    /// Gives the columns their places.
    void measure(long lastLine, Columns shown, double textWidth, double wholeWidth) {
        columns = shown;
        width = textWidth;
        tinted = wholeWidth;
        int digits = Math.max(3, Long.toString(lastLine + 1).length());
        timeAt = columns.services() ? LEFT : LEFT + digits * cell + GAP;
        serviceAt = columns.times() ? timeAt + 12 * cell + GAP : timeAt;
        streamAt = columns.services() ? serviceAt + SERVICE_CELLS * cell : serviceAt;
        textAt = columns.streams() ? streamAt + 3 * cell + GAP : streamAt;
    }

    /// How many cells the text has.
    int columns() {
        return Math.max(10, (int) ((width - textAt - 8) / cell));
    }

    void paint(LogCanvas canvas, List<Piece> pieces) {
        graphics.clearRect(
                0, 0, graphics.getCanvas().getWidth(), graphics.getCanvas().getHeight());
        graphics.setFont(font);
        graphics.setTextBaseline(VPos.CENTER);
        compile(canvas.pattern());
        double y = TOP;
        for (Piece piece : pieces) {
            paint(canvas, piece, y);
            y += row;
        }
    }

    private void compile(Optional<LogPattern> pattern) {
        if (!pattern.equals(compiledFor)) {
            compiledFor = pattern;
            compiled = pattern.map(LogPattern::forText);
        }
    }

    private void paint(LogCanvas canvas, Piece piece, double y) {
        StoredLine line = piece.line();
        if (line.type() == StreamType.SYSTEM) {
            note(canvas, piece, y);
            return;
        }
        if (piece.kind() == Piece.Kind.FOLDED_OUT) {
            text(piece, LogLevel.PLAIN, y + row / 2);
            return;
        }
        LogLevel level = LogLevel.of(piece.text().text());
        tint(level, y);
        double middle = y + row / 2;
        if (piece.kind() == Piece.Kind.START) {
            head(canvas, line, middle);
        }
        selection(canvas, piece, y);
        text(piece, level, middle);
        marks(canvas, piece, y);
    }

    private void head(LogCanvas canvas, StoredLine line, double middle) {
        if (columns.numbers() && !columns.services()) {
            String number = Long.toString(line.number() + 1);
            graphics.setFill(inks.of(Ink.MUTED));
            graphics.fillText(number, timeAt - GAP - number.length() * cell, middle);
        }
        timeAndService(canvas, line, middle);
        if (!columns.streams()) {
            return;
        }
        boolean err = line.type() == StreamType.STDERR;
        graphics.setFill(inks.of(err ? Ink.STREAM_ERR : Ink.MUTED));
        graphics.fillText(err ? "err" : "out", streamAt, middle);
    }

    private void timeAndService(LogCanvas canvas, StoredLine line, double middle) {
        if (columns.times() && line.timeNanos() != 0) {
            graphics.setFill(inks.of(Ink.MUTED));
            graphics.fillText(clock(line.timeNanos()), timeAt, middle);
        }
        if (columns.services()) {
            canvas.service(line.number()).ifPresent(service -> {
                int fits = (int) (SERVICE_CELLS - 1);
                String name = service.name();
                graphics.setFill(inks.of(Ink.ofService(service.colour())));
                graphics.fillText(name.length() <= fits ? name : name.substring(0, fits - 1) + "…", serviceAt, middle);
            });
        }
    }

    private void tint(LogLevel level, double y) {
        if (level == LogLevel.ERROR) {
            graphics.setFill(inks.of(Ink.ERROR_BACK));
            graphics.fillRect(0, y, tinted, row);
            graphics.setFill(inks.of(Ink.ERROR_EDGE));
            graphics.fillRect(0, y, 2, row);
        } else if (level == LogLevel.WARN) {
            graphics.setFill(inks.of(Ink.WARN_EDGE));
            graphics.fillRect(0, y, 2, row);
        }
    }

    private void note(LogCanvas canvas, Piece piece, double y) {
        double middle = y + row / 2;
        if (columns.services() && piece.kind() == Piece.Kind.START) {
            timeAndService(canvas, piece.line(), middle);
        }
        graphics.setFill(inks.of(Ink.MUTED));
        double at = columns.services() ? textAt : columns.times() ? timeAt : textAt;
        graphics.fillText("— " + piece.text().text() + " —", at, middle);
    }

    private String clock(long nanos) {
        long second = Math.floorDiv(nanos, 1_000_000_000L);
        return CLOCK.format(Instant.ofEpochSecond(second, Math.floorMod(nanos, 1_000_000_000L))
                .atZone(zone));
    }

    private void selection(LogCanvas canvas, Piece piece, double y) {
        canvas.selected().ifPresent(range -> {
            int from = range.start(piece.line().number());
            if (from >= 0) {
                int to = range.end(piece.line().number(), piece.text().text().length());
                box(piece, from, to, y, inks.of(Ink.SELECTED));
            }
        });
    }

    private void marks(LogCanvas canvas, Piece piece, double y) {
        String text = piece.text().text();
        if (compiled.isEmpty() || text.length() > LONGEST_MARKED) {
            return;
        }
        boolean current = piece.line().number() == canvas.hit();
        Matcher matcher = compiled.get().matcher(text);
        int found = 0;
        while (found < MOST_MARKS && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                boolean on = current && found == canvas.hitPart();
                found++;
                box(piece, matcher.start(), matcher.end(), y, inks.of(on ? Ink.MARK_ON : Ink.MARK));
                run(piece, matcher.start(), matcher.end(), y + row / 2, inks.of(Ink.MARK_TEXT), 0);
            }
        }
    }

    private void box(Piece piece, int from, int to, double y, Paint paint) {
        int start = Math.max(from, piece.from());
        int end = Math.min(to, piece.to());
        if (end > start) {
            double x = textAt + cells(piece.text().text(), piece.from(), start) * cell;
            graphics.setFill(paint);
            graphics.fillRect(x, y + 1, cells(piece.text().text(), start, end) * cell, row - 2);
        }
    }

    private void text(Piece piece, LogLevel level, double middle) {
        int word = level == LogLevel.PLAIN || piece.from() > 0 ? 0 : levelWord(piece, level, middle);
        for (LogText.Run run : piece.text().runs()) {
            int from = Math.max(word, run.from());
            if (run.to() > Math.max(word, piece.from()) && from < piece.to()) {
                Paint paint = inks.of(run.colour());
                run(piece, from, run.to(), middle, paint, 0);
                if (run.bold()) {
                    run(piece, from, run.to(), middle, paint, BOLD);
                }
            }
        }
    }

    /// Draws the word that says how bad it is, in its colour, if it is the first. Returns where it ends.
    private int levelWord(Piece piece, LogLevel level, double middle) {
        String text = piece.text().text();
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        if (end == 0 || LogLevel.of(text.substring(0, end)) != level) {
            return 0;
        }
        run(piece, 0, end, middle, inks.of(level == LogLevel.ERROR ? Ink.ERROR : Ink.WARN), 0);
        return end;
    }

    /// Plain text goes at once; anything else character by character into its cell, so that nothing moves or turns what
    /// stands beside it.
    private void run(Piece piece, int from, int to, double middle, Paint paint, double aside) {
        String text = piece.text().text();
        int start = Math.max(from, piece.from());
        int end = Math.min(Math.min(to, piece.to()), start + 2000);
        if (end <= start) {
            return;
        }
        graphics.setFill(paint);
        double x = textAt + aside + cells(text, piece.from(), start) * cell;
        if (isPlain(text, start, end)) {
            graphics.fillText(text.substring(start, end), x, middle);
            return;
        }
        for (int i = start; i < end; ) {
            int next = i + Character.charCount(text.codePointAt(i));
            while (next < end && width(text.codePointAt(next)) == 0) {
                next += Character.charCount(text.codePointAt(next));
            }
            graphics.fillText(text.substring(i, next), x, middle);
            x += cells(text, i, next) * cell;
            i = next;
        }
    }

    private static boolean isPlain(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static int cells(String text, int from, int to) {
        int cells = 0;
        for (int i = from; i < to; ) {
            int point = text.codePointAt(i);
            cells += point < 0x300 ? 1 : width(point);
            i += Character.charCount(point);
        }
        return cells;
    }

    /// Cells of a character: none for marks on others, two for wide ones.
    private static int width(int point) {
        int kind = Character.getType(point);
        if (kind == Character.NON_SPACING_MARK || kind == Character.ENCLOSING_MARK || point == 0x200D) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /// The column nearest to a place on screen.
    int columnAt(Piece piece, double x) {
        String text = piece.text().text();
        if (piece.kind() == Piece.Kind.FOLDED_OUT) {
            return Integer.MAX_VALUE; // behind the line it belongs to
        }
        double wanted = (x - textAt) / cell;
        double at = 0;
        int i = piece.from();
        while (i < piece.to()) {
            int point = text.codePointAt(i);
            int cells = width(point);
            if (wanted < at + cells / 2.0) {
                return i;
            }
            at += cells;
            i += Character.charCount(point);
        }
        return i;
    }
}
