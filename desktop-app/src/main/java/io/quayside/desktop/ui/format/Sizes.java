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
        int unit = 0;
        for (double rest = Math.max(0, bytes); rest >= 999.5 && unit < UNITS.length - 1; rest /= 1000) {
            unit++;
        }
        BigDecimal number = BigDecimal.valueOf(Math.max(0, bytes))
                .movePointLeft(3 * unit)
                .round(THREE_DIGITS)
                .stripTrailingZeros();
        return (number.signum() == 0 ? "0" : number.toPlainString()) + " " + UNITS[unit];
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
