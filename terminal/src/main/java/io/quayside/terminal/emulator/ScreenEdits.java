package io.quayside.terminal.emulator;

/// Erases, inserts and deletes at the cursor, and scrolls what lies between the margins.
final class ScreenEdits {
    private final Screen screen;
    private final Scrollback history;

    ScreenEdits(Screen screen, Scrollback history) {
        this.screen = screen;
        this.history = history;
    }

    private Line line() {
        return screen.row(screen.y());
    }

    void eraseLine(int part) {
        int x = screen.x();
        switch (part) {
            case 0 -> line().erase(x, screen.columns(), screen.erased());
            case 1 -> line().erase(0, x + 1, screen.erased());
            case 2 -> line().erase(0, screen.columns(), screen.erased());
            default -> {
                return;
            }
        }
        screen.dropPendingWrap();
    }

    void eraseScreen(int part) {
        Grid grid = screen.grid();
        switch (part) {
            case 0 -> {
                eraseLine(0);
                grid.eraseRows(screen.y() + 1, screen.rows(), screen.erased());
            }
            case 1 -> {
                grid.eraseRows(0, screen.y(), screen.erased());
                eraseLine(1);
            }
            case 2 -> {
                grid.keepAll();
                grid.eraseRows(0, screen.rows(), screen.erased());
            }
            case 3 -> history.clear();
            default -> {
                return;
            }
        }
        screen.dropPendingWrap();
    }

    void eraseCells(int n) {
        line().erase(screen.x(), screen.x() + Math.min(n, screen.columns()), screen.erased());
        screen.dropPendingWrap();
    }

    /// Outside the margins at the sides nothing moves.
    void insertCells(int n) {
        Margins margins = screen.margins();
        int end = margins.right() + 1;
        if (margins.hasColumn(screen.x())) {
            line().insert(screen.x(), Math.min(n, end - screen.x()), end, screen.erased());
        }
        screen.dropPendingWrap();
    }

    void deleteCells(int n) {
        Margins margins = screen.margins();
        int end = margins.right() + 1;
        if (margins.hasColumn(screen.x())) {
            line().delete(screen.x(), Math.min(n, end - screen.x()), end, screen.erased());
        }
        screen.dropPendingWrap();
    }

    void insertLines(int n) {
        Margins margins = screen.margins();
        if (margins.contains(screen.x(), screen.y())) {
            if (margins.hasSides()) {
                screen.grid().scrollPart(margins, screen.y(), -n, screen.erased());
            } else {
                screen.grid().scrollDown(screen.y(), margins.bottom(), n, screen.erased());
            }
            screen.carriageReturn();
        }
    }

    void deleteLines(int n) {
        Margins margins = screen.margins();
        if (margins.contains(screen.x(), screen.y())) {
            if (margins.hasSides()) {
                screen.grid().scrollPart(margins, screen.y(), n, screen.erased());
            } else {
                screen.grid().deleteRows(screen.y(), margins.bottom(), n, screen.erased());
            }
            screen.carriageReturn();
        }
    }

    void scrollUp(int n) {
        Margins margins = screen.margins();
        if (margins.hasSides()) {
            screen.grid().scrollPart(margins, margins.top(), n, screen.erased());
        } else {
            screen.grid().scrollUp(margins.top(), margins.bottom(), n, screen.erased());
        }
    }

    void scrollDown(int n) {
        Margins margins = screen.margins();
        if (margins.hasSides()) {
            screen.grid().scrollPart(margins, margins.top(), -n, screen.erased());
        } else {
            screen.grid().scrollDown(margins.top(), margins.bottom(), n, screen.erased());
        }
    }

    /// Moves what is between the margins to the right, or to the left for less than 0, if the cursor is there.
    void scrollSideways(int n) {
        shiftFrom(screen.margins().left(), n);
    }

    /// Moves it from the cursor's column on: columns are inserted, or for less than 0 deleted.
    void shiftColumns(int n) {
        shiftFrom(screen.x(), n);
    }

    private void shiftFrom(int x, int n) {
        Margins margins = screen.margins();
        if (margins.contains(screen.x(), screen.y())) {
            screen.grid().shift(margins, x, n, screen.erased());
        }
        screen.dropPendingWrap();
    }

    /// One column to the left; from the left margin everything moves to the right instead.
    void backIndex() {
        if (screen.x() == screen.margins().left()) {
            scrollSideways(1);
        } else {
            screen.left(1);
        }
    }

    /// One column to the right; from the right margin everything moves to the left instead.
    void forwardIndex() {
        if (screen.x() == screen.margins().right()) {
            scrollSideways(-1);
        } else {
            screen.right(1);
        }
    }
}
