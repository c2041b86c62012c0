package io.quayside.terminal.emulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One row of cells. Cells past the end of the arrays are blank. Whoever holds the emulator's lock may read it.
public final class Line {
    /// What a cell holds that was never written: it is blank and no part of the text.
    public static final int EMPTY = 0;

    /// The right half of a wide character.
    public static final int TAIL = -1;

    /// Marks of one character beyond these are dropped, so that no output makes a cell grow without end.
    private static final int MOST_MARKS = 16;

    /// How large its characters are.
    public enum Size {
        SINGLE,
        /// Twice as wide.
        WIDE,
        /// Twice as wide and high, of which this row shows the upper half.
        TOP,
        /// The lower half of that.
        BOTTOM
    }

    private int[] text;
    private long[] style;
    private short @Nullable [] links;
    private @Nullable List<String> clusters;
    private boolean wrapped;
    private Size size = Size.SINGLE;
    private int changes;

    Line(int columns) {
        text = new int[columns];
        style = new long[columns];
    }

    private Line(int[] text, long[] style, short @Nullable [] links, @Nullable List<String> clusters, boolean wrapped) {
        this.text = text;
        this.style = style;
        this.links = links;
        this.clusters = clusters;
        this.wrapped = wrapped;
    }

    /// How many cells it has; a line of the scrollback has no blank ones at its end.
    public int length() {
        return text.length;
    }

    /// Whether its text goes on in the next line.
    public boolean isWrapped() {
        return wrapped;
    }

    public Size size() {
        return size;
    }

    public boolean isDouble() {
        return size != Size.SINGLE;
    }

    void setSize(Size newSize) {
        size = newSize;
        changes++;
    }

    /// Counts up with each change, so that who painted it knows whether it has to again.
    public int changes() {
        return changes;
    }

    /// The character, [#EMPTY] or [#TAIL]; of a character with marks the base.
    public int codePoint(int x) {
        if (x >= text.length) {
            return EMPTY;
        }
        int cell = text[x];
        return cell < TAIL ? cluster(cell).codePointAt(0) : cell;
    }

    /// Whether the cell holds a character with marks, which [#appendCell] gives whole.
    public boolean hasMarks(int x) {
        return x < text.length && text[x] < TAIL;
    }

    public long style(int x) {
        return x < style.length ? style[x] : Style.PLAIN;
    }

    /// The number of the link that the cell belongs to, or 0.
    public int link(int x) {
        return links == null || x >= links.length ? 0 : links[x] & 0xFFFF;
    }

    public boolean isWide(int x) {
        return x + 1 < text.length && text[x + 1] == TAIL;
    }

    /// Appends the cell's text: nothing for the right half of a wide character, a space for a blank.
    public void appendCell(int x, StringBuilder to) {
        int cell = x < text.length ? text[x] : EMPTY;
        if (cell == EMPTY) {
            to.append(' ');
        } else if (cell < TAIL) {
            to.append(cluster(cell));
        } else if (cell != TAIL) {
            to.appendCodePoint(cell);
        }
    }

    /// The text of the cells from `from` to before `to`, blanks at the end left out.
    public String text(int from, int to) {
        StringBuilder found = new StringBuilder();
        for (int x = from; x < Math.min(to, textLength()); x++) {
            appendCell(x, found);
        }
        return found.toString();
    }

    /// The text of the line, blanks at the end left out.
    public String text() {
        return text(0, text.length);
    }

    /// Up to the last cell that was written.
    int textLength() {
        int end = text.length;
        while (end > 0 && text[end - 1] == EMPTY) {
            end--;
        }
        return end;
    }

    private String cluster(int cell) {
        return clusters == null ? " " : clusters.get(-cell - 2);
    }

    void setWrapped(boolean newWrapped) {
        wrapped = newWrapped;
    }

    /// Puts a character of one cell. Halves of wide ones that this cuts become blank.
    void put(int x, int codePoint, long newStyle, int link) {
        cutAt(x);
        cutAt(x + 1);
        text[x] = codePoint;
        style[x] = newStyle;
        setLink(x, link);
        changes++;
    }

    void putWide(int x, int codePoint, long newStyle, int link) {
        cutAt(x);
        cutAt(x + 2);
        text[x] = codePoint;
        text[x + 1] = TAIL;
        style[x] = newStyle;
        style[x + 1] = newStyle;
        setLink(x, link);
        setLink(x + 1, link);
        changes++;
    }

    /// Puts a run of ASCII.
    void putAscii(int x, byte[] bytes, int from, int count, long newStyle, int link) {
        cutAt(x);
        cutAt(x + count);
        for (int i = 0; i < count; i++) {
            text[x + i] = bytes[from + i];
        }
        Arrays.fill(style, x, x + count, newStyle);
        if (links != null || link != 0) {
            for (int i = x; i < x + count; i++) {
                setLink(i, link);
            }
        }
        changes++;
    }

    /// Adds a mark to the character at `x`.
    void join(int x, int mark) {
        int cell = text[x];
        if (cell == TAIL || cell == EMPTY) {
            return;
        }
        String before = cell < TAIL ? cluster(cell) : Character.toString(cell);
        if (before.codePointCount(0, before.length()) > MOST_MARKS) {
            return;
        }
        List<String> known = clusters;
        if (known == null) {
            known = new ArrayList<>();
            clusters = known;
        } else if (known.size() > 4 * text.length) {
            dropUnused(known);
        }
        known.add(before + Character.toString(mark));
        text[x] = -known.size() - 1;
        changes++;
    }

    /// A program that rewrites one line for hours must not fill the list.
    private void dropUnused(List<String> known) {
        List<String> before = List.copyOf(known);
        known.clear();
        for (int x = 0; x < text.length; x++) {
            if (text[x] < TAIL) {
                known.add(before.get(-text[x] - 2));
                text[x] = -known.size() - 1;
            }
        }
    }

    /// Makes the cells from `from` to before `to` blank.
    void erase(int from, int to, long newStyle) {
        int end = Math.min(to, text.length);
        if (from >= end) {
            return;
        }
        cutAt(from);
        cutAt(end);
        blank(from, end, newStyle);
    }

    private void blank(int from, int end, long newStyle) {
        Arrays.fill(text, from, end, EMPTY);
        Arrays.fill(style, from, end, newStyle);
        if (links != null) {
            Arrays.fill(links, from, end, (short) 0);
        }
        if (end == text.length) {
            wrapped = false;
        }
        changes++;
    }

    /// The same but for cells that a program protects.
    void eraseUnprotected(int from, int to, long newStyle) {
        int x = from;
        while (x < Math.min(to, text.length)) {
            int end = x;
            while (end < Math.min(to, text.length) && !Style.has(style[end], Style.PROTECTED)) {
                end++;
            }
            erase(x, end, newStyle);
            x = end + 1;
        }
    }

    /// Moves the cells from `x` to before `end` to the right by `count`; what would pass `end` is lost.
    void insert(int x, int count, int end, long newStyle) {
        int moved = end - x - count;
        cutAt(x);
        cutAt(end);
        if (moved > 0) {
            cutAt(x + moved);
            shift(x, x + count, moved);
        }
        blank(x, Math.min(x + count, end), newStyle);
        wrapped = false;
    }

    /// Moves the cells from `x + count` to before `end` to the left by `count`.
    void delete(int x, int count, int end, long newStyle) {
        int moved = end - x - count;
        cutAt(x);
        cutAt(end);
        if (moved > 0) {
            cutAt(x + count);
            shift(x + count, x, moved);
        }
        blank(Math.max(x, end - count), end, newStyle);
    }

    /// Takes what another line has in the cells from `from` to before `to`.
    void take(Line other, int from, int to) {
        cutAt(from);
        cutAt(to);
        other.cutAt(from);
        other.cutAt(to);
        System.arraycopy(other.text, from, text, from, to - from);
        System.arraycopy(other.style, from, style, from, to - from);
        for (int x = from; (links != null || other.links != null) && x < to; x++) {
            setLink(x, other.link(x));
        }
        takeClusters(from, to, other);
        List<String> known = clusters;
        if (known != null && known.size() > 4 * text.length) {
            dropUnused(known);
        }
        wrapped = false;
        changes++;
    }

    private void shift(int from, int to, int count) {
        System.arraycopy(text, from, text, to, count);
        System.arraycopy(style, from, style, to, count);
        short[] known = links;
        if (known != null) {
            System.arraycopy(known, from, known, to, count);
        }
        changes++;
    }

    /// Makes it new: blank and of this many cells.
    void clear(int columns, long newStyle) {
        if (columns != text.length) {
            text = new int[columns];
            style = new long[columns];
        } else {
            Arrays.fill(text, EMPTY);
        }
        Arrays.fill(style, newStyle);
        links = null;
        clusters = null;
        wrapped = false;
        size = Size.SINGLE;
        changes++;
    }

    /// Cuts off or adds blank cells at the end.
    void fit(int columns) {
        if (columns < text.length) {
            cutAt(columns);
        }
        text = Arrays.copyOf(text, columns);
        style = Arrays.copyOf(style, columns);
        if (links != null) {
            links = Arrays.copyOf(links, columns);
        }
        changes++;
    }

    /// Blanks both halves of a wide character that a change before `x` would cut in two.
    private void cutAt(int x) {
        if (x > 0 && x < text.length && text[x] == TAIL) {
            text[x] = EMPTY;
            text[x - 1] = EMPTY;
        }
    }

    private void setLink(int x, int link) {
        short[] known = links;
        if (known == null) {
            if (link == 0) {
                return;
            }
            known = new short[text.length];
            links = known;
        }
        known[x] = (short) link;
    }

    /// A copy that later changes don't reach.
    public Line copy() {
        return part(0, text.length);
    }

    /// A copy of the cells from `from` to before `to`.
    Line part(int from, int to) {
        Line part = new Line(
                Arrays.copyOfRange(text, from, to),
                Arrays.copyOfRange(style, from, to),
                links == null ? null : Arrays.copyOfRange(links, from, to),
                null,
                wrapped);
        part.takeClusters(0, part.text.length, this);
        part.size = size;
        return part;
    }

    /// A copy for keeping, without the blank cells at its end.
    Line kept() {
        int end = text.length;
        while (end > 0 && text[end - 1] == EMPTY && style[end - 1] == Style.PLAIN) {
            end--;
        }
        return part(0, end);
    }

    /// One line of the cells of `parts`, which must not be used after.
    static Line joined(List<Line> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int length = parts.stream().mapToInt(Line::length).sum();
        Line whole = new Line(length);
        int at = 0;
        for (Line part : parts) {
            int count = part.text.length;
            System.arraycopy(part.text, 0, whole.text, at, count);
            System.arraycopy(part.style, 0, whole.style, at, count);
            whole.takeClusters(at, at + count, part);
            for (int x = 0; part.links != null && x < count; x++) {
                whole.setLink(at + x, part.link(x));
            }
            at += count;
        }
        whole.wrapped = parts.getLast().wrapped;
        return whole;
    }

    /// Makes the characters with marks, in cells copied from `other`, its own: only those that it has.
    private void takeClusters(int from, int to, Line other) {
        if (other.clusters == null) {
            return;
        }
        List<String> known = clusters == null ? new ArrayList<>() : clusters;
        for (int x = from; x < to; x++) {
            if (text[x] < TAIL) {
                known.add(other.cluster(text[x]));
                text[x] = -known.size() - 1;
            }
        }
        clusters = known.isEmpty() ? null : known;
    }
}
