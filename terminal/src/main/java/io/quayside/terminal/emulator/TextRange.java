package io.quayside.terminal.emulator;

/// Cells from `start` to `end`, both included, over line ends: a selection, a match, a link.
public record TextRange(Position start, Position end) {

    /// The range between two cells, in whichever order.
    public static TextRange between(Position one, Position other) {
        return one.compareTo(other) <= 0 ? new TextRange(one, other) : new TextRange(other, one);
    }

    public boolean contains(long line, int column) {
        Position cell = new Position(line, column);
        return start.compareTo(cell) <= 0 && end.compareTo(cell) >= 0;
    }

    /// The text, wrapped lines joined, blanks at line ends left out.
    public String text(Emulator emulator) {
        StringBuilder text = new StringBuilder();
        long last = Math.min(end.line(), emulator.endLine() - 1);
        for (long number = Math.max(start.line(), emulator.firstLine()); number <= last; number++) {
            Line line = emulator.line(number);
            int from = number == start.line() ? start.column() : 0;
            int to = number == end.line() ? end.column() + 1 : line.length();
            text.append(line.text(from, to));
            if (number < last && !line.isWrapped()) {
                text.append('\n');
            }
        }
        return text.toString();
    }

    /// The word around a cell: letters, digits and what paths and addresses are made of.
    public static TextRange word(Emulator emulator, Position cell) {
        LogicalLine line = LogicalLine.at(emulator, cell.line());
        String text = line.text();
        int at = line.index(cell);
        if (at >= text.length() || !isWord(text.charAt(at))) {
            return new TextRange(cell, cell);
        }
        int from = at;
        while (from > 0 && isWord(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to + 1 < text.length() && isWord(text.charAt(to + 1))) {
            to++;
        }
        return new TextRange(line.position(from), line.position(to));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "_-./~:@%+?&=#".indexOf(c) >= 0;
    }

    /// The whole line around a cell, over all its rows.
    public static TextRange line(Emulator emulator, Position cell) {
        LogicalLine line = LogicalLine.at(emulator, cell.line());
        long last = line.end() - 1;
        int length = emulator.line(last).textLength();
        Position start = line.text().isEmpty() ? new Position(cell.line(), 0) : line.position(0);
        return new TextRange(new Position(start.line(), 0), new Position(last, Math.max(0, length - 1)));
    }
}
