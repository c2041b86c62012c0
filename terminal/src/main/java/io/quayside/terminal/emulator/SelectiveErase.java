package io.quayside.terminal.emulator;

/// Erases what a program hasn't protected: `CSI ? … J` and `K`, after `CSI … " q`.
final class SelectiveErase {
    private final Screen screen;

    SelectiveErase(Screen screen) {
        this.screen = screen;
    }

    /// What is written from now on is protected, for 1, or isn't.
    void protect(int how) {
        long style = screen.style();
        screen.setStyle(how == 1 ? style | Style.PROTECTED : style & ~Style.PROTECTED);
    }

    void line(int part) {
        switch (part) {
            case 0 -> erase(screen.y(), screen.x(), screen.columns());
            case 1 -> erase(screen.y(), 0, screen.x() + 1);
            case 2 -> erase(screen.y(), 0, screen.columns());
            default -> {
                return;
            }
        }
        screen.dropPendingWrap();
    }

    void screen(int part) {
        line(part);
        int from = part == 0 ? screen.y() + 1 : 0;
        int to = part == 1 ? screen.y() : part <= 2 ? screen.rows() : 0;
        for (int y = from; y < to; y++) {
            erase(y, 0, screen.columns());
        }
    }

    private void erase(int y, int from, int to) {
        screen.row(y).eraseUnprotected(from, to, Style.erased(screen.style()));
    }
}
