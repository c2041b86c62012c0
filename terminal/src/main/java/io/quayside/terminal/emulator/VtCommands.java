package io.quayside.terminal.emulator;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Carries out what the parser found. Answers go to `replies`; they never hold text that the program chose, so that
/// output can't type commands.
final class VtCommands implements VtActions {
    private final Screen screen;
    private final Modes modes;
    private final ModeSwitch modeSwitch;
    private final SelectiveErase selective;
    private final Vt52Commands vt52;
    private final SystemCommands system;
    private final Consumer<byte[]> replies;

    VtCommands(Screen screen, Modes modes, SystemCommands system, Consumer<byte[]> replies) {
        this.screen = screen;
        this.modes = modes;
        this.modeSwitch = new ModeSwitch(modes, screen);
        this.selective = new SelectiveErase(screen);
        this.vt52 = new Vt52Commands(screen, modes, this::reply);
        this.system = system;
        this.replies = replies;
    }

    @Override
    public void printAscii(byte[] bytes, int from, int to) {
        screen.printAscii(bytes, from, to);
    }

    @Override
    public void print(int codePoint) {
        screen.print(codePoint);
    }

    @Override
    public void control(int c) {
        switch (c) {
            case 0x07 -> system.bell();
            case 0x08 -> screen.backspace();
            case 0x09 -> screen.tab(1);
            case 0x0A, 0x0B, 0x0C -> screen.lineFeed();
            case 0x0D -> screen.carriageReturn();
            case 0x0E -> screen.charsets().use(1);
            case 0x0F -> screen.charsets().use(0);
            default -> {
                // The others mean nothing to a screen.
            }
        }
    }

    @Override
    public boolean isVt52() {
        return modes.vt52;
    }

    @Override
    public void vt52Place(int row, int column) {
        screen.place(row, column);
    }

    @Override
    public void escape(char intermediate, char last) {
        if (modes.vt52) {
            if (intermediate == 0) {
                vt52.run(last);
            }
            return;
        }
        switch (intermediate) {
            case 0 -> plainEscape(last);
            case '(' -> screen.charsets().designate(0, last, modes.national);
            case ')', '-' -> screen.charsets().designate(1, last, modes.national);
            case '*', '.' -> screen.charsets().designate(2, last, modes.national);
            case '+', '/' -> screen.charsets().designate(3, last, modes.national);
            case '#' -> rowSize(last);
            default -> {
                // UTF-8 stays on, and there are no 8-bit controls.
            }
        }
    }

    private void rowSize(char last) {
        switch (last) {
            case '3' -> screen.sizeRow(Line.Size.TOP);
            case '4' -> screen.sizeRow(Line.Size.BOTTOM);
            case '5' -> screen.sizeRow(Line.Size.SINGLE);
            case '6' -> screen.sizeRow(Line.Size.WIDE);
            case '8' -> screen.align();
            default -> {
                // Of another terminal.
            }
        }
    }

    private void plainEscape(char last) {
        switch (last) {
            case '6' -> screen.edits().backIndex();
            case '7' -> screen.saveCursor();
            case '8' -> screen.restoreCursor();
            case '9' -> screen.edits().forwardIndex();
            case '=' -> modes.applicationKeypad = true;
            case '>' -> modes.applicationKeypad = false;
            case 'D' -> screen.index();
            case 'E' -> {
                screen.carriageReturn();
                screen.index();
            }
            case 'H' -> screen.tabs().set(screen.x());
            case 'M' -> screen.reverseIndex();
            case 'N' -> screen.charsets().useOnce(2);
            case 'O' -> screen.charsets().useOnce(3);
            case 'Z' -> reply("\033[?62;21;22c");
            case 'c' -> {
                screen.reset();
                system.reset();
            }
            case 'n' -> screen.charsets().use(2);
            case 'o' -> screen.charsets().use(3);
            default -> {
                // Among them the backslash that ends a string.
            }
        }
    }

    @Override
    public void csi(CsiParams params, char intermediate, char last) {
        if (intermediate != 0) {
            withIntermediate(params, intermediate, last);
        } else if (params.prefix() != 0) {
            withPrefix(params, last);
        } else if (!moves(params, last) && !edits(params, last)) {
            other(params, last);
        }
    }

    private boolean moves(CsiParams params, char last) {
        int n = params.times(0);
        switch (last) {
            case 'A' -> screen.up(n);
            case 'B', 'e' -> screen.down(n);
            case 'C', 'a' -> screen.right(n);
            case 'D' -> screen.left(n);
            case 'E' -> {
                screen.down(n);
                screen.carriageReturn();
            }
            case 'F' -> {
                screen.up(n);
                screen.carriageReturn();
            }
            case 'G', '`' -> screen.column(n - 1);
            case 'H', 'f' -> screen.place(n - 1, params.times(1) - 1);
            case 'I' -> screen.tab(n);
            case 'Z' -> screen.backTab(n);
            case 'd' -> screen.line(n - 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean edits(CsiParams params, char last) {
        int n = params.times(0);
        switch (last) {
            case '@' -> screen.edits().insertCells(n);
            case 'J' -> screen.edits().eraseScreen(params.get(0, 0));
            case 'K' -> screen.edits().eraseLine(params.get(0, 0));
            case 'L' -> screen.edits().insertLines(n);
            case 'M' -> screen.edits().deleteLines(n);
            case 'P' -> screen.edits().deleteCells(n);
            case 'S' -> screen.edits().scrollUp(n);
            case 'T' -> screen.edits().scrollDown(n);
            case 'X' -> screen.edits().eraseCells(n);
            case 'b' -> screen.repeatLast(n);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void other(CsiParams params, char last) {
        switch (last) {
            case 'c' -> reply("\033[?62;21;22c");
            case 'g' -> {
                if (params.get(0, 0) == 0) {
                    screen.tabs().clear(screen.x());
                } else if (params.get(0, 0) == 3) {
                    screen.tabs().clearAll();
                }
            }
            case 'h' -> modeSwitch.set(params, true);
            case 'l' -> modeSwitch.set(params, false);
            case 'm' -> screen.setStyle(Style.next(screen.style(), Sgr.apply(screen.style(), params)));
            case 'n' -> status(params.get(0, 0), "");
            case 'r' -> screen.setRegion(params.times(0) - 1, lastOf(params));
            case 's' -> {
                if (modes.sideMargins) {
                    screen.setSides(params.times(0) - 1, lastOf(params));
                } else {
                    screen.saveCursor();
                }
            }
            case 't' -> {
                if (params.get(0, 0) == 18) {
                    reply("\033[8;" + screen.rows() + ";" + screen.columns() + "t");
                }
            }
            case 'u' -> screen.restoreCursor();
            default -> {
                // Of another terminal.
            }
        }
    }

    /// The second of two margins, without which it is the edge of the screen.
    private static int lastOf(CsiParams params) {
        return params.get(1, 0) == 0 ? Integer.MAX_VALUE : params.get(1, 0) - 1;
    }

    private void withPrefix(CsiParams params, char last) {
        switch (params.prefix() + "" + last) {
            case "?h" -> modeSwitch.set(params, true);
            case "?l" -> modeSwitch.set(params, false);
            case "?J" -> selective.screen(params.get(0, 0));
            case "?K" -> selective.line(params.get(0, 0));
            case "?n" -> status(params.get(0, 0), "?");
            case ">c" -> reply("\033[>1;10;0c");
            case ">q" -> reply("\033P>|Quayside\033\\");
            default -> {
                // Such as xterm's modifyOtherKeys: keys are sent the plain way.
            }
        }
    }

    private void withIntermediate(CsiParams params, char intermediate, char last) {
        if (intermediate == ' ' && last == 'q') {
            cursorShape(params.get(0, 0));
        } else if (intermediate == ' ' && last == '@') {
            screen.edits().scrollSideways(-params.times(0));
        } else if (intermediate == ' ' && last == 'A') {
            screen.edits().scrollSideways(params.times(0));
        } else if (intermediate == '\'' && last == '}') {
            screen.edits().shiftColumns(params.times(0));
        } else if (intermediate == '\'' && last == '~') {
            screen.edits().shiftColumns(-params.times(0));
        } else if (intermediate == '"' && last == 'q') {
            selective.protect(params.get(0, 0));
        } else if (intermediate == '!' && last == 'p') {
            screen.softReset();
        } else if (intermediate == '$' && last == 'p') {
            boolean isPrivate = params.prefix() == '?';
            int mode = params.get(0, 0);
            reply("\033[" + (isPrivate ? "?" : "") + mode + ";" + modeSwitch.report(isPrivate, mode) + "$y");
        }
    }

    private void cursorShape(int shape) {
        modes.cursorBlinks = shape == 0 || shape % 2 == 1;
        modes.cursor = switch (shape) {
            case 3, 4 -> Modes.Cursor.UNDERLINE;
            case 5, 6 -> Modes.Cursor.BAR;
            default -> Modes.Cursor.BLOCK;
        };
    }

    private void status(int what, String prefix) {
        if (what == 5) {
            reply("\033[0n");
        } else if (what == 6) {
            reply("\033[" + prefix + screen.reportedRow() + ";" + screen.reportedColumn() + "R");
        }
    }

    @Override
    public void command(String text, boolean byBell) {
        system.run(text, byBell);
    }

    @Override
    public void deviceString(String text) {
        if (text.startsWith("$q")) {
            // Which setting? None that we tell.
            reply("\033P0$r\033\\");
        }
    }

    private void reply(String answer) {
        replies.accept(answer.getBytes(StandardCharsets.US_ASCII));
    }
}
