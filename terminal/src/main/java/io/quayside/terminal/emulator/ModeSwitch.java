package io.quayside.terminal.emulator;

import io.quayside.terminal.emulator.Modes.Mouse;
import io.quayside.terminal.emulator.Modes.MouseFormat;

/// Sets, resets and reports modes: `CSI … h`, `l` and `$p`.
final class ModeSwitch {
    private final Modes modes;
    private final Screen screen;

    ModeSwitch(Modes modes, Screen screen) {
        this.modes = modes;
        this.screen = screen;
    }

    void set(CsiParams params, boolean on) {
        for (int i = 0; i < params.count(); i++) {
            int mode = params.get(i, 0);
            if (params.prefix() == '?') {
                setPrivate(mode, on);
            } else if (mode == 4) {
                modes.insert = on;
            } else if (mode == 20) {
                modes.newLine = on;
            }
        }
    }

    private void setPrivate(int mode, boolean on) {
        switch (mode) {
            case 1 -> modes.applicationCursor = on;
            case 2 -> beVt52(!on);
            case 5 -> modes.reverseVideo = on;
            case 6 -> screen.setOrigin(on);
            case 7 -> modes.autoWrap = on;
            case 9 -> modes.mouse = on ? Mouse.PRESS : Mouse.OFF;
            case 12 -> modes.cursorBlinks = on;
            case 25 -> modes.cursorVisible = on;
            case 42 -> modes.national = on;
            case 45 -> modes.reverseWrap = on;
            case 47 -> screen.showAlternate(on, false);
            case 66 -> modes.applicationKeypad = on;
            case 69 -> screen.allowSides(on);
            case 1000 -> modes.mouse = on ? Mouse.CLICK : Mouse.OFF;
            case 1002 -> modes.mouse = on ? Mouse.DRAG : Mouse.OFF;
            case 1003 -> modes.mouse = on ? Mouse.MOVE : Mouse.OFF;
            case 1004 -> modes.focusEvents = on;
            case 1005 -> modes.mouseFormat = on ? MouseFormat.UTF8 : MouseFormat.BYTES;
            case 1006 -> modes.mouseFormat = on ? MouseFormat.SGR : MouseFormat.BYTES;
            case 1007 -> modes.alternateScroll = on;
            case 1015 -> modes.mouseFormat = on ? MouseFormat.URXVT : MouseFormat.BYTES;
            case 1047 -> screen.showAlternate(on, !on);
            case 1048 -> saveOrRestore(on);
            case 1049 -> {
                if (on) {
                    screen.saveCursor();
                }
                screen.showAlternate(on, on);
                if (!on) {
                    screen.restoreCursor();
                }
            }
            case 2004 -> modes.bracketedPaste = on;
            case 2026 -> modes.synchronizedOutput = on;
            default -> {
                // A mode of another terminal.
            }
        }
    }

    /// The way back is an escape of the VT52's own.
    private void beVt52(boolean on) {
        if (on) {
            modes.vt52 = true;
            modes.origin = false;
            screen.charsets().reset();
        }
    }

    private void saveOrRestore(boolean save) {
        if (save) {
            screen.saveCursor();
        } else {
            screen.restoreCursor();
        }
    }

    /// 1 set, 2 reset, 0 unknown.
    int report(boolean isPrivate, int mode) {
        if (!isPrivate) {
            return switch (mode) {
                case 4 -> flag(modes.insert);
                case 20 -> flag(modes.newLine);
                default -> 0;
            };
        }
        return switch (mode) {
            case 1 -> flag(modes.applicationCursor);
            case 2 -> flag(!modes.vt52);
            case 5 -> flag(modes.reverseVideo);
            case 6 -> flag(modes.origin);
            case 7 -> flag(modes.autoWrap);
            case 9 -> flag(modes.mouse == Mouse.PRESS);
            case 12 -> flag(modes.cursorBlinks);
            case 25 -> flag(modes.cursorVisible);
            case 42 -> flag(modes.national);
            case 45 -> flag(modes.reverseWrap);
            case 47, 1047, 1049 -> flag(screen.isAlternate());
            case 66 -> flag(modes.applicationKeypad);
            case 69 -> flag(modes.sideMargins);
            case 1000 -> flag(modes.mouse == Mouse.CLICK);
            case 1002 -> flag(modes.mouse == Mouse.DRAG);
            case 1003 -> flag(modes.mouse == Mouse.MOVE);
            case 1004 -> flag(modes.focusEvents);
            case 1006 -> flag(modes.mouseFormat == MouseFormat.SGR);
            case 1007 -> flag(modes.alternateScroll);
            case 2004 -> flag(modes.bracketedPaste);
            case 2026 -> flag(modes.synchronizedOutput);
            default -> 0;
        };
    }

    private static int flag(boolean set) {
        return set ? 1 : 2;
    }
}
