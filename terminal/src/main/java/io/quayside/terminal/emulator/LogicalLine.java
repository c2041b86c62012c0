package io.quayside.terminal.emulator;

import java.util.Arrays;

/// A line as the program wrote it, over all the rows that it was wrapped to, with the cell of each of its characters.
public final class LogicalLine {
    private final StringBuilder text = new StringBuilder();
    private final long first;
    private long end;
    private int[] rows = new int[128];
    private int[] columns = new int[128];

    private LogicalLine(long first) {
        this.first = first;
        this.end = first;
    }

    /// The logical line that row `number` belongs to.
    public static LogicalLine at(Emulator emulator, long number) {
        long first = number;
        while (first > emulator.firstLine() && emulator.line(first - 1).isWrapped()) {
            first--;
        }
        return from(emulator, first);
    }

    /// The logical line that begins with row `first`.
    static LogicalLine from(Emulator emulator, long first) {
        LogicalLine line = new LogicalLine(first);
        Line row;
        do {
            row = emulator.line(line.end);
            line.add(row);
            line.end++;
        } while (row.isWrapped() && line.end < emulator.endLine());
        return line;
    }

    private void add(Line row) {
        int length = row.textLength();
        for (int x = 0; x < length; x++) {
            int before = text.length();
            row.appendCell(x, text);
            if (text.length() > rows.length) {
                rows = Arrays.copyOf(rows, text.length() * 2);
                columns = Arrays.copyOf(columns, text.length() * 2);
            }
            Arrays.fill(rows, before, text.length(), (int) (end - first));
            Arrays.fill(columns, before, text.length(), x);
        }
    }

    public String text() {
        return text.toString();
    }

    /// The row after the last one.
    long end() {
        return end;
    }

    /// Where the character at `index` stands.
    public Position position(int index) {
        return new Position(first + rows[index], columns[index]);
    }

    /// Which character stands at `position`, or the text's length when it is behind the text.
    public int index(Position position) {
        for (int i = 0; i < text.length(); i++) {
            if (position(i).compareTo(position) >= 0) {
                return position(i).equals(position) || i == 0 ? i : i - 1;
            }
        }
        return text.length();
    }
}
