package io.quayside.terminal.emulator;

/// Takes a stream of bytes apart into characters, controls and sequences, after the state diagram of the VT500. Any
/// bytes in any pieces are fine; what makes no sense is left out. Strings without end are cut, and never kept whole.
final class VtParser {
    private static final int MOST_STRING = 8192;
    private static final int CAN = 0x18;
    private static final int SUB = 0x1A;
    private static final int ESC = 0x1B;
    private static final int DEL = 0x7F;
    private static final int REPLACEMENT = 0xFFFD;

    private enum State {
        GROUND,
        ESCAPE,
        ESCAPE_INTERMEDIATE,
        CSI,
        CSI_INTERMEDIATE,
        CSI_IGNORE,
        /// In a VT52's place for the cursor: its row, and then its column.
        VT52_ROW,
        VT52_COLUMN,
        /// A command for the system: title, link, colours.
        OSC,
        /// A string that is asked for (DCS).
        DCS,
        /// A string that nobody reads (SOS, PM, APC).
        STRING
    }

    private final VtActions actions;
    private final CsiParams params = new CsiParams();
    private final StringBuilder string = new StringBuilder();
    private State state = State.GROUND;
    private char intermediate;
    private int codePoint;
    private int missing;
    private int least;
    private int vt52Row;

    VtParser(VtActions actions) {
        this.actions = actions;
    }

    void feed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            int b = bytes[i];
            if (state == State.GROUND && missing == 0 && b >= 0x20 && b < DEL) {
                int from = i;
                do {
                    i++;
                } while (i < end && bytes[i] >= 0x20 && bytes[i] < DEL);
                actions.printAscii(bytes, from, i);
            } else {
                decode(b & 0xFF);
                i++;
            }
        }
    }

    /// UTF-8. A broken sequence becomes one replacement character; the byte that broke it is read anew.
    private void decode(int b) {
        if (missing > 0) {
            if ((b & 0xC0) == 0x80) {
                codePoint = codePoint << 6 | (b & 0x3F);
                missing--;
                if (missing == 0) {
                    boolean sound = codePoint >= least
                            && Character.isValidCodePoint(codePoint)
                            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
                    take(sound ? codePoint : REPLACEMENT);
                }
                return;
            }
            missing = 0;
            take(REPLACEMENT);
        }
        if (b < 0x80) {
            take(b);
        } else if (b >= 0xC2 && b < 0xE0) {
            begin(b & 0x1F, 1, 0x80);
        } else if (b >= 0xE0 && b < 0xF0) {
            begin(b & 0x0F, 2, 0x800);
        } else if (b >= 0xF0 && b < 0xF5) {
            begin(b & 0x07, 3, 0x10000);
        } else {
            take(REPLACEMENT);
        }
    }

    private void begin(int bits, int more, int smallest) {
        codePoint = bits;
        missing = more;
        least = smallest;
    }

    private void take(int c) {
        if (c == CAN || c == SUB) {
            state = State.GROUND;
            return;
        }
        if (c == ESC) {
            endString(false);
            state = State.ESCAPE;
            intermediate = 0;
            return;
        }
        switch (state) {
            case GROUND -> ground(c);
            case ESCAPE, ESCAPE_INTERMEDIATE -> escape(c);
            case CSI -> csi(c);
            case CSI_INTERMEDIATE -> csiIntermediate(c);
            case CSI_IGNORE -> csiIgnore(c);
            case VT52_ROW, VT52_COLUMN -> vt52Place(c);
            case OSC, DCS, STRING -> string(c);
        }
    }

    private void ground(int c) {
        if (c < 0x20) {
            actions.control(c);
        } else if (c < DEL || c >= 0xA0) {
            actions.print(c);
        }
        // DEL and the controls of Latin-1 mean nothing in UTF-8.
    }

    private void escape(int c) {
        if (c < 0x20) {
            actions.control(c);
        } else if (c < 0x30) {
            intermediate = (char) c;
            state = State.ESCAPE_INTERMEDIATE;
        } else if (c < DEL) {
            if (state == State.ESCAPE && actions.isVt52() && c == 'Y') {
                state = State.VT52_ROW;
                return;
            }
            if (state == State.ESCAPE && !actions.isVt52() && opens(c)) {
                return;
            }
            state = State.GROUND;
            actions.escape(intermediate, (char) c);
        } else if (c > DEL) {
            state = State.GROUND;
            ground(c);
        }
    }

    private void vt52Place(int c) {
        if (c < 0x20) {
            actions.control(c);
        } else if (state == State.VT52_ROW) {
            vt52Row = c - 0x20;
            state = State.VT52_COLUMN;
        } else {
            state = State.GROUND;
            actions.vt52Place(vt52Row, c - 0x20);
        }
    }

    private boolean opens(int c) {
        State next = switch (c) {
            case '[' -> State.CSI;
            case ']' -> State.OSC;
            case 'P' -> State.DCS;
            case 'X', '^', '_' -> State.STRING;
            default -> State.ESCAPE;
        };
        if (next == State.ESCAPE) {
            return false;
        }
        state = next;
        params.clear();
        string.setLength(0);
        return true;
    }

    private void csi(int c) {
        if (c < 0x20) {
            actions.control(c);
        } else if (c >= '0' && c <= ';') {
            params.add((char) c);
        } else if (c >= '<' && c <= '?') {
            if (params.isFresh()) {
                params.setPrefix((char) c);
            } else {
                state = State.CSI_IGNORE;
            }
        } else {
            csiIntermediate(c);
        }
    }

    private void csiIntermediate(int c) {
        if (c < 0x20) {
            actions.control(c);
        } else if (c < 0x30) {
            intermediate = (char) c;
            state = State.CSI_INTERMEDIATE;
        } else if (c < 0x40) {
            state = State.CSI_IGNORE;
        } else if (c < DEL) {
            state = State.GROUND;
            actions.csi(params, intermediate, (char) c);
        } else if (c > DEL) {
            state = State.GROUND;
            ground(c);
        }
    }

    private void csiIgnore(int c) {
        if (c < 0x20) {
            actions.control(c);
        } else if (c >= 0x40 && c < DEL) {
            state = State.GROUND;
        }
    }

    private void string(int c) {
        if (c == 0x07 && state == State.OSC) {
            endString(true);
        } else if (c >= 0x20 && c != DEL && state != State.STRING && string.length() < MOST_STRING) {
            string.appendCodePoint(c);
        }
    }

    /// A string ends with `ESC \`; whatever else follows the escape ends it as well.
    private void endString(boolean byBell) {
        if (state == State.OSC && string.length() < MOST_STRING) {
            actions.command(string.toString(), byBell);
        } else if (state == State.DCS && string.length() < MOST_STRING) {
            actions.deviceString(string.toString());
        }
        string.setLength(0);
        state = State.GROUND;
    }
}
