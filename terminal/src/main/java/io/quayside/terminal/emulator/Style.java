package io.quayside.terminal.emulator;

/// How a cell looks, in one number: 26 bits of foreground, 26 of background, flags. A colour is a kind (the terminal's
/// own, one of 256, true colour) and its value.
public final class Style {
    /// No colours, no flags.
    public static final long PLAIN = 0;

    public static final long BOLD = 1L << 52;
    public static final long DIM = 1L << 53;
    public static final long ITALIC = 1L << 54;
    public static final long UNDERLINE = 1L << 55;
    public static final long BLINK = 1L << 56;
    public static final long INVERSE = 1L << 57;
    public static final long HIDDEN = 1L << 58;
    public static final long STRIKE = 1L << 59;
    /// With [#UNDERLINE]: two lines.
    public static final long DOUBLE = 1L << 60;
    /// With [#UNDERLINE]: a wave.
    public static final long CURLY = 1L << 61;

    /// Kept by what erases selectively. It isn't seen.
    static final long PROTECTED = 1L << 62;

    static final long UNDERLINES = UNDERLINE | DOUBLE | CURLY;

    /// The colour the terminal itself has.
    public static final int DEFAULT = 0;

    private static final int INDEXED = 1 << 24;
    private static final int RGB = 2 << 24;
    private static final long MASK = (1L << 26) - 1;
    private static final int BACKGROUND_SHIFT = 26;

    private Style() {}

    static int indexed(int index) {
        return INDEXED | (index & 0xFF);
    }

    static int rgb(int red, int green, int blue) {
        return RGB | (red & 0xFF) << 16 | (green & 0xFF) << 8 | (blue & 0xFF);
    }

    static long withForeground(long style, int color) {
        return (style & ~MASK) | color;
    }

    static long withBackground(long style, int color) {
        return (style & ~(MASK << BACKGROUND_SHIFT)) | ((long) color << BACKGROUND_SHIFT);
    }

    /// The style of erased cells: they keep the background only.
    static long erased(long style) {
        return style & (MASK << BACKGROUND_SHIFT);
    }

    /// Another style for what is written next, protected if it was.
    static long next(long before, long now) {
        return (now & ~PROTECTED) | (before & PROTECTED);
    }

    /// The foreground, for [#isIndexed], [#isRgb] and [#value].
    public static int foreground(long style) {
        return (int) (style & MASK);
    }

    /// The background, likewise.
    public static int background(long style) {
        return (int) (style >> BACKGROUND_SHIFT & MASK);
    }

    /// Whether `color` is one of 256.
    public static boolean isIndexed(int color) {
        return (color & INDEXED) != 0;
    }

    /// Whether `color` is given by red, green and blue.
    public static boolean isRgb(int color) {
        return (color & RGB) != 0;
    }

    /// The number of a colour of 256, or 0xRRGGBB.
    public static int value(int color) {
        return color & 0xFFFFFF;
    }

    /// Whether `flag` is set.
    public static boolean has(long style, long flag) {
        return (style & flag) != 0;
    }
}
