package io.quayside.desktop.ui.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Byte counts: decimal, three significant digits. "9.8 MB", "418 MB", "1.62 GB".
public final class Sizes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Sizes() {}

    public static String of(long bytes) {
        int unit = unit(bytes);
        return in(bytes, unit) + " " + UNITS[unit];
    }

    /// Two in the unit of the second: "97.6 of 157 MB".
    public static String ofTotal(long done, long total) {
        int unit = unit(total);
        return in(done, unit) + " of " + of(total);
    }

    private static int unit(long bytes) {
        int unit = 0;
        for (double rest = Math.max(0, bytes); rest >= 999.5 && unit < UNITS.length - 1; rest /= 1000) {
            unit++;
        }
        return unit;
    }

    private static String in(long bytes, int unit) {
        BigDecimal number = BigDecimal.valueOf(Math.max(0, bytes)).movePointLeft(3 * unit);
        // "0.000123 of 96 MB" would say nothing.
        BigDecimal shown = number.compareTo(BigDecimal.ONE) < 0
                ? number.setScale(2, RoundingMode.HALF_UP)
                : number.round(THREE_DIGITS);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /// For screen readers: "62 megabytes".
    public static String spoken(long bytes) {
        return of(bytes)
                .replace(" kB", " kilobytes")
                .replace(" MB", " megabytes")
                .replace(" GB", " gigabytes")
                .replace(" TB", " terabytes")
                .replace(" B", " bytes");
    }
}
