package io.quayside.terminal.fx;

import io.quayside.terminal.emulator.Style;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/// The colours of a terminal in one theme, and what the cells' styles look like in them. Palette colours are
/// lightened or darkened where text would be hard to read on its background; true colours stay as the program chose.
final class TerminalColors {
    /// Contrast that text has at least, after WCAG 2.
    static final double LEAST_CONTRAST = 4.5;

    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};
    private static final double DIMMED = 0.4;
    private static final int STEPS = 20;

    private final Color background;
    private final Color foreground;
    private final Color[] palette = new Color[256];
    private final Map<Long, Color> readable = new HashMap<>();

    /// @param ansi the first 16
    TerminalColors(Color background, Color foreground, List<Color> ansi) {
        this.background = background;
        this.foreground = foreground;
        for (int i = 0; i < 16; i++) {
            palette[i] = ansi.get(i);
        }
        for (int i = 16; i < 232; i++) {
            int n = i - 16;
            palette[i] = Color.rgb(CUBE[n / 36], CUBE[n / 6 % 6], CUBE[n % 6]);
        }
        for (int i = 232; i < 256; i++) {
            palette[i] = Color.grayRgb(8 + 10 * (i - 232));
        }
    }

    Color background() {
        return background;
    }

    Color foreground() {
        return foreground;
    }

    /// What is behind a cell.
    Color back(long style, boolean reverseVideo) {
        boolean inverse = Style.has(style, Style.INVERSE) != reverseVideo;
        return inverse ? plain(Style.foreground(style), foreground) : plain(Style.background(style), background);
    }

    /// The text of a cell that lies on `back`.
    Color text(long style, boolean reverseVideo, Color back) {
        boolean inverse = Style.has(style, Style.INVERSE) != reverseVideo;
        int color = inverse ? Style.background(style) : Style.foreground(style);
        Color text = plain(color, inverse ? background : foreground);
        if (Style.has(style, Style.DIM)) {
            text = text.interpolate(back, DIMMED);
        } else if (!Style.isRgb(color)) {
            text = readable(text, back);
        }
        return text;
    }

    private Color plain(int color, Color otherwise) {
        if (Style.isIndexed(color)) {
            return palette[Style.value(color)];
        }
        if (Style.isRgb(color)) {
            int rgb = Style.value(color);
            return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
        return otherwise;
    }

    /// `text`, or the nearest tone of it that can be read on `back`.
    Color readable(Color text, Color back) {
        if (readable.size() > 4096) {
            readable.clear();
        }
        return readable.computeIfAbsent((long) rgb(text) << 24 | rgb(back), pair -> nearest(text, back));
    }

    private static Color nearest(Color text, Color back) {
        Color toward = contrast(Color.WHITE, back) > contrast(Color.BLACK, back) ? Color.WHITE : Color.BLACK;
        for (int step = 0; step < STEPS; step++) {
            Color tone = text.interpolate(toward, (double) step / STEPS);
            if (contrast(tone, back) >= LEAST_CONTRAST) {
                return tone;
            }
        }
        return toward;
    }

    static int rgb(Color color) {
        return (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
