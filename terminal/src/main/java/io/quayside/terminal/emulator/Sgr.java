package io.quayside.terminal.emulator;

/// Select graphic rendition: `CSI … m`.
final class Sgr {
    private Sgr() {}

    static long apply(long before, CsiParams params) {
        long style = before;
        int i = 0;
        do {
            int code = params.get(i, 0);
            if (code == 38 || code == 48) {
                Color color = color(params, i);
                if (color.value >= 0) {
                    style = code == 38
                            ? Style.withForeground(style, color.value)
                            : Style.withBackground(style, color.value);
                }
                i = color.next;
                continue;
            }
            int next = afterSubs(params, i);
            if (code == 58) {
                // The underline's own colour, which isn't shown; its numbers are no codes.
                next = color(params, i).next;
            } else if (code == 4 && next > i + 1) {
                style = underline(style, params.get(i + 1, 1));
            } else {
                style = one(style, code);
            }
            i = next;
        } while (i < params.count());
        return style;
    }

    private static int afterSubs(CsiParams params, int i) {
        int next = i + 1;
        while (params.isSub(next)) {
            next++;
        }
        return next;
    }

    private static long underline(long style, int kind) {
        long none = style & ~Style.UNDERLINES;
        return switch (kind) {
            case 0 -> none;
            case 2 -> none | Style.UNDERLINE | Style.DOUBLE;
            case 3 -> none | Style.UNDERLINE | Style.CURLY;
            default -> none | Style.UNDERLINE;
        };
    }

    private static long one(long style, int code) {
        return switch (code) {
            case 0 -> Style.PLAIN;
            case 1 -> style | Style.BOLD;
            case 2 -> style | Style.DIM;
            case 3 -> style | Style.ITALIC;
            case 4 -> underline(style, 1);
            case 5, 6 -> style | Style.BLINK;
            case 7 -> style | Style.INVERSE;
            case 8 -> style | Style.HIDDEN;
            case 9 -> style | Style.STRIKE;
            case 21 -> underline(style, 2);
            case 22 -> style & ~(Style.BOLD | Style.DIM);
            case 23 -> style & ~Style.ITALIC;
            case 24 -> style & ~Style.UNDERLINES;
            case 25 -> style & ~Style.BLINK;
            case 27 -> style & ~Style.INVERSE;
            case 28 -> style & ~Style.HIDDEN;
            case 29 -> style & ~Style.STRIKE;
            case 39 -> Style.withForeground(style, Style.DEFAULT);
            case 49 -> Style.withBackground(style, Style.DEFAULT);
            default -> paletteColor(style, code);
        };
    }

    private static long paletteColor(long style, int code) {
        if (code >= 30 && code <= 37) {
            return Style.withForeground(style, Style.indexed(code - 30));
        }
        if (code >= 40 && code <= 47) {
            return Style.withBackground(style, Style.indexed(code - 40));
        }
        if (code >= 90 && code <= 97) {
            return Style.withForeground(style, Style.indexed(code - 90 + 8));
        }
        if (code >= 100 && code <= 107) {
            return Style.withBackground(style, Style.indexed(code - 100 + 8));
        }
        return style;
    }

    /// @param value negative when the parameters make no colour
    /// @param next where the next code stands
    private record Color(int value, int next) {}

    /// `38;5;n`, `38;2;r;g;b`, `38:5:n`, `38:2:r:g:b` and, with a colour space, `38:2::r:g:b`.
    private static Color color(CsiParams params, int i) {
        boolean joined = params.isSub(i + 1);
        int end = joined ? afterSubs(params, i) : params.count();
        int kind = params.get(i + 1, 0);
        if (kind == 5) {
            int index = params.get(i + 2, 0);
            boolean sound = i + 2 < end && index < 256;
            return new Color(sound ? Style.indexed(index) : -1, joined ? end : i + 3);
        }
        if (kind == 2) {
            int first = joined && end - i > 5 ? i + 3 : i + 2;
            boolean sound = first + 2 < end;
            int value = sound
                    ? Style.rgb(
                            Math.min(255, params.get(first, 0)),
                            Math.min(255, params.get(first + 1, 0)),
                            Math.min(255, params.get(first + 2, 0)))
                    : -1;
            return new Color(value, joined ? end : first + 3);
        }
        return new Color(-1, joined ? end : i + 2);
    }
}
