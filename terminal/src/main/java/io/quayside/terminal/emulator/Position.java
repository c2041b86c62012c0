package io.quayside.terminal.emulator;

/// A cell, by the number of its line since the session began and its column.
public record Position(long line, int column) implements Comparable<Position> {
    @Override
    public int compareTo(Position other) {
        int byLine = Long.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }
}
