package io.quayside.desktop.ui.containers.detail.logs;

import io.quayside.engine.logs.Escapes;
import io.quayside.engine.logs.StoredLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A line of output as it is shown: escape sequences become colours or go, what could move or reverse text becomes a
/// visible sign. Nothing of it is lost in the store.
///
/// @param text one char per cell or a surrogate pair
/// @param runs stretches of one colour, in order, without gaps
record LogText(String text, List<Run> runs) {
    private static final char INSTEAD = '\uFFFD';
    private static final int TAB = 8;
    private static final int PICTURES = 0x2400;
    private static final int MOST_RUNS = 500;

    /// A stretch.
    ///
    /// @param colour 0 to 15 is one of the sixteen, from [#RGB] on it is a colour itself, else [#PLAIN] or [#DIM]
    record Run(int from, int to, int colour, boolean bold) {}

    static final int PLAIN = -1;
    static final int DIM = -2;
    static final int RGB = 0x1000000;

    LogText {
        runs = List.copyOf(runs);
    }

    static LogText of(StoredLine line) {
        return of(new String(line.bytes(), StandardCharsets.UTF_8), line.isCut());
    }

    static LogText of(String raw, boolean cut) {
        return new Reader(raw).read(cut);
    }

    /// Takes a line apart, left to right.
    private static final class Reader {
        private final String raw;
        private final StringBuilder out;
        private final List<Run> runs = new ArrayList<>();
        private int runStart;
        private int colour = PLAIN;
        private boolean bold;

        Reader(String raw) {
            this.raw = raw;
            this.out = new StringBuilder(raw.length());
        }

        LogText read(boolean cut) {
            int end = raw.length();
            if (end > 0 && raw.charAt(end - 1) == '\r') {
                end--;
            }
            for (int i = 0; i < end; ) {
                char c = raw.charAt(i);
                if (c == Escapes.ESCAPE) {
                    i = escape(i, end);
                } else {
                    add(c, i, end);
                    i++;
                }
            }
            endRun();
            if (cut) {
                out.append(" …");
                runs.add(new Run(out.length() - 2, out.length(), DIM, false));
            }
            return new LogText(out.toString(), runs);
        }

        private void add(char c, int at, int end) {
            if (c == '\t') {
                out.repeat(' ', TAB - out.length() % TAB);
            } else if (c < ' ') {
                out.append((char) (PICTURES + c));
            } else if (Character.isHighSurrogate(c)) {
                boolean whole = at + 1 < end && Character.isLowSurrogate(raw.charAt(at + 1));
                out.append(whole ? c : INSTEAD);
            } else if (Character.isLowSurrogate(c)) {
                boolean whole = at > 0 && Character.isHighSurrogate(raw.charAt(at - 1));
                out.append(whole ? c : INSTEAD);
            } else {
                out.append(isHarmful(c) ? INSTEAD : c);
            }
        }

        private static boolean isHarmful(char c) {
            return Character.isISOControl(c)
                    || c == '\u2028'
                    || c == '\u2029'
                    || (c >= '\u202A' && c <= '\u202E')
                    || (c >= '\u2066' && c <= '\u2069')
                    || c == '\u200E'
                    || c == '\u200F'
                    || c == '\u061C'
                    || c == '\uFEFF';
        }

        /// Returns the place behind the sequence. One that doesn't end on this line is shown as it is.
        private int escape(int at, int end) {
            int behind = Escapes.pass(raw, at, end);
            if (behind == at) {
                out.append((char) (PICTURES + Escapes.ESCAPE));
                return at + 1;
            }
            if (raw.charAt(at + 1) == '[' && raw.charAt(behind - 1) == 'm') {
                rendition(raw.substring(at + 2, behind - 1));
            }
            return behind;
        }

        private void rendition(String parameters) {
            endRun();
            String[] codes = parameters.split("[;:]", -1);
            for (int i = 0; i < codes.length; i++) {
                int code = number(codes[i]);
                if (code == 0) {
                    colour = PLAIN;
                    bold = false;
                } else if (code == 1) {
                    bold = true;
                } else if (code == 2) {
                    colour = DIM;
                } else if (code == 22) {
                    bold = false;
                    colour = colour == DIM ? PLAIN : colour;
                } else if (code == 39) {
                    colour = PLAIN;
                } else if (code >= 30 && code <= 37) {
                    colour = code - 30;
                } else if (code >= 90 && code <= 97) {
                    colour = code - 90 + 8;
                } else if (code == 38 || code == 48) {
                    i = extended(codes, i, code == 38);
                }
            }
        }

        private int extended(String[] codes, int at, boolean foreground) {
            int kind = at + 1 < codes.length ? number(codes[at + 1]) : -1;
            if (kind == 5 && at + 2 < codes.length) {
                if (foreground) {
                    colour = palette(number(codes[at + 2]));
                }
                return at + 2;
            }
            if (kind == 2 && at + 4 < codes.length) {
                if (foreground) {
                    colour = rgb(number(codes[at + 2]), number(codes[at + 3]), number(codes[at + 4]));
                }
                return at + 4;
            }
            return codes.length;
        }

        private static int palette(int index) {
            if (index < 0 || index > 255) {
                return PLAIN;
            }
            if (index < 16) {
                return index;
            }
            if (index >= 232) {
                int grey = 8 + (index - 232) * 10;
                return rgb(grey, grey, grey);
            }
            int cube = index - 16;
            return rgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
        }

        private static int level(int step) {
            return step == 0 ? 0 : 55 + step * 40;
        }

        private static int rgb(int red, int green, int blue) {
            return RGB | (red & 0xFF) << 16 | (green & 0xFF) << 8 | (blue & 0xFF);
        }

        private static int number(String text) {
            if (text.isEmpty()) {
                return 0;
            }
            return text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9') ? -1 : Integer.parseInt(text);
        }

        private void endRun() {
            if (out.length() > runStart) {
                if (runs.size() < MOST_RUNS) {
                    runs.add(new Run(runStart, out.length(), colour, bold));
                } else {
                    Run last = runs.removeLast();
                    runs.add(new Run(last.from(), out.length(), PLAIN, false));
                }
                runStart = out.length();
            }
        }
    }
}
