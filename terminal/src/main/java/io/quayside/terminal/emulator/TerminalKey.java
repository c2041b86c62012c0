package io.quayside.terminal.emulator;

/// Keys that send no character of their own.
public enum TerminalKey {
    UP('A', 0),
    DOWN('B', 0),
    RIGHT('C', 0),
    LEFT('D', 0),
    HOME('H', 0),
    END('F', 0),
    INSERT('~', 2),
    DELETE('~', 3),
    PAGE_UP('~', 5),
    PAGE_DOWN('~', 6),
    F1('P', 0),
    F2('Q', 0),
    F3('R', 0),
    F4('S', 0),
    F5('~', 15),
    F6('~', 17),
    F7('~', 18),
    F8('~', 19),
    F9('~', 20),
    F10('~', 21),
    F11('~', 23),
    F12('~', 24),
    ENTER('\r', 0),
    TAB('\t', 0),
    BACKSPACE('\u007f', 0),
    ESCAPE('\u001b', 0);

    final char last;
    final int number;

    TerminalKey(char last, int number) {
        this.last = last;
        this.number = number;
    }
}
