package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.StoredLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which rows are on screen: where it is scrolled to, what is wrapped and what is folded out. Reads only what is in
/// view. FX thread.
final class LogScreen {
    /// Of a line.
    static final int MOST_BYTES = 16_000;

    private final LogRows rows;
    private final List<Piece> shown = new ArrayList<>();
    private final Set<Long> foldedOut = new HashSet<>();
    private int height = 1;
    private int columns = 80;
    private int scrolledRight;
    private boolean wrap;
    private boolean following = true;
    /// Whether reaching the end means to follow from now on.
    private boolean wentDown;

    private long top;
    private int topPiece;
    /// Whether the first line is wanted on top, whichever that comes to be.
    private boolean home;

    LogScreen(LogRows rows) {
        this.rows = rows;
    }

    List<Piece> shown() {
        return shown;
    }

    boolean isFollowing() {
        return following;
    }

    /// The first row in view.
    long firstRow() {
        return top;
    }

    /// The last row in view.
    long lastRow() {
        return shown.isEmpty() ? top : shown.getLast().row();
    }

    /// The row that is on top at the end, if none is wrapped.
    long lastTop() {
        return Math.max(0, rows.rows() - height);
    }

    int height() {
        return height;
    }

    void setWrap(boolean on) {
        wrap = on;
        topPiece = 0;
        scrolledRight = 0;
    }

    void begin() {
        top = 0;
        topPiece = 0;
        scrolledRight = 0;
        foldedOut.clear();
        follow();
    }

    /// Other rows came under it: a line stays on top.
    void keep(long line) {
        if (!following && rows.rows() > 0) {
            top = Math.clamp(rows.rowOf(line), 0, rows.rows() - 1);
            topPiece = 0;
            wentDown = false;
        }
    }

    /// What was row 0 is now row `by`.
    void moved(long by) {
        top = home ? 0 : Math.max(0, top + by);
        foldedOut.clear();
    }

    void follow() {
        following = true;
        home = false;
    }

    /// To the first line there is, and to the true first one when all was read.
    void home() {
        scrollTo(0);
        home = true;
    }

    /// Brings a row into the middle unless it is in view.
    void reveal(long row) {
        following = false;
        wentDown = false;
        home = false;
        if (row < top || row >= lastRow()) {
            top = Math.clamp(row - height / 2, 0, lastTop());
            topPiece = 0;
        }
    }

    void scrollTo(long row) {
        wentDown = row > top || row >= lastTop();
        following = false;
        home = false;
        top = Math.clamp(row, 0, Math.max(0, rows.rows() - 1));
        topPiece = 0;
    }

    /// Scrolls by rows of the screen, so that a long line that is wrapped can be read to its end.
    void scrollBy(int by) {
        if (by > 0 && following) {
            return;
        }
        following = false;
        wentDown = by > 0;
        home = home && by < 0;
        for (int i = 0; i < by; i++) {
            if (topPiece + 1 < pieces(top).size()) {
                topPiece++;
            } else if (top + 1 < rows.rows()) {
                top++;
                topPiece = 0;
            }
        }
        for (int i = 0; i > by && (top > 0 || topPiece > 0); i--) {
            if (topPiece > 0) {
                topPiece--;
            } else {
                top--;
                topPiece = Math.max(0, pieces(top).size() - 1);
            }
        }
    }

    void scrollRight(int by) {
        scrolledRight = wrap ? 0 : Math.max(0, scrolledRight + by);
    }

    /// Folds the JSON of a line out or in. Returns whether it has any.
    boolean fold(Piece piece) {
        long line = piece.line().number();
        if (foldedOut.remove(line)) {
            return true;
        }
        boolean can = !FoldedJson.of(piece.line()).isEmpty();
        if (can) {
            foldedOut.add(line);
            wentDown = false;
            following = false;
        }
        return can;
    }

    /// Decides what is on screen and reads it.
    void arrange(int newHeight, int newColumns) {
        height = newHeight;
        columns = newColumns;
        if (!following) {
            fromTheTop();
            boolean atEnd = lastRow() >= rows.rows() - 1 && shown.size() <= height;
            following = wentDown && atEnd;
            if (!atEnd) {
                return;
            }
        }
        fromTheEnd(); // so that no room is left below the last line
    }

    private void fromTheTop() {
        shown.clear();
        top = Math.clamp(top, 0, Math.max(0, rows.rows() - 1));
        for (long row = top; row < rows.rows() && shown.size() <= height; row++) {
            List<Piece> pieces = pieces(row);
            int skip = row == top ? Math.min(topPiece, Math.max(0, pieces.size() - 1)) : 0;
            shown.addAll(pieces.subList(skip, pieces.size()));
        }
    }

    private void fromTheEnd() {
        shown.clear();
        top = 0;
        topPiece = 0;
        int wanted = Math.max(1, height);
        for (long row = rows.rows() - 1; row >= 0 && shown.size() < wanted; row--) {
            shown.addAll(0, pieces(row));
            top = row;
        }
        while (shown.size() > wanted) {
            shown.removeFirst();
            topPiece++;
        }
    }

    private List<Piece> pieces(long row) {
        Optional<StoredLine> line = rows.read(row, MOST_BYTES);
        if (line.isEmpty()) {
            return List.of();
        }
        List<Piece> pieces = new ArrayList<>();
        add(row, line.get(), LogText.of(line.get()), Piece.Kind.START, pieces);
        if (foldedOut.contains(line.get().number())) {
            for (String text : FoldedJson.of(line.get())) {
                add(row, line.get(), LogText.of(text, false), Piece.Kind.FOLDED_OUT, pieces);
            }
        }
        return pieces;
    }

    private void add(long row, StoredLine line, LogText text, Piece.Kind kind, List<Piece> pieces) {
        int length = text.text().length();
        if (!wrap || length <= columns) {
            pieces.add(new Piece(row, line, text, whole(text.text(), Math.min(scrolledRight, length)), length, kind));
            return;
        }
        Piece.Kind each = kind;
        int to;
        for (int from = 0; from < length; from = to) {
            to = whole(text.text(), Math.min(length, from + columns));
            pieces.add(new Piece(row, line, text, from, to, each));
            each = kind == Piece.Kind.START ? Piece.Kind.REST : kind;
        }
    }

    /// The same column, or the one before if that would part a character.
    private static int whole(String text, int column) {
        boolean parts = column > 1 && column < text.length() && Character.isLowSurrogate(text.charAt(column));
        return parts ? column - 1 : column;
    }
}
