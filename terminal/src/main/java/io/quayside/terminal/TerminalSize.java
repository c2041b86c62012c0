package io.quayside.terminal;

/// A size in cells. Sizes that no program can draw in are brought to the nearest that works.
public record TerminalSize(int columns, int rows) {
    private static final int MOST = 1000;

    public TerminalSize {
        columns = Math.clamp(columns, 2, MOST);
        rows = Math.clamp(rows, 1, MOST);
    }

    @Override
    public String toString() {
        return columns + " × " + rows;
    }
}
