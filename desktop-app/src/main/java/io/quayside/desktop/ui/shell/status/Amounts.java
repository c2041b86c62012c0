package io.quayside.desktop.ui.shell.status;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/// Sizes and ages in the few words that the frame has room for.
final class Amounts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Amounts() {}

    /// Two sizes: "2.31" and "of 6 GB", or "48 MB" and "of 6 GB".
    record OfTotal(String used, String total) {}

    /// `used` in the unit of `total` while it is a tenth of that unit, else in its own, as "0.00001 of 6" says nothing.
    static OfTotal ofTotal(long used, long total) {
        int unit = unit(total);
        BigDecimal share = scaled(used, unit);
        String inUnit = share.compareTo(TENTH) < 0 && used > 0
                ? size(used)
                : plain(
                        share.compareTo(BigDecimal.ONE) < 0
                                ? share.setScale(2, RoundingMode.HALF_UP)
                                : share.round(THREE_DIGITS));
        return new OfTotal(inUnit, "of " + plain(scaled(total, unit).round(THREE_DIGITS)) + " " + UNITS[unit]);
    }

    /// One size: "18.4 GB".
    static String size(long bytes) {
        int unit = unit(bytes);
        return plain(scaled(bytes, unit).round(THREE_DIGITS)) + " " + UNITS[unit];
    }

    private static int unit(long bytes) {
        int unit = 0;
        for (double rest = bytes; rest >= 999.5 && unit < UNITS.length - 1; rest /= 1000) {
            unit++;
        }
        return unit;
    }

    private static BigDecimal scaled(long bytes, int unit) {
        return BigDecimal.valueOf(Math.max(0, bytes)).movePointLeft(3 * unit);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// "less than 1 min ago", "2 min ago", "2 h 14 min ago", "3 d ago".
    static String ago(Duration age) {
        long minutes = Math.max(0, age.toMinutes());
        if (minutes == 0) {
            return "less than 1 min ago";
        }
        if (minutes < 60) {
            return minutes + " min ago";
        }
        if (minutes < 24 * 60) {
            long rest = minutes % 60;
            return minutes / 60 + " h " + (rest == 0 ? "" : rest + " min ") + "ago";
        }
        return minutes / (24 * 60) + " d ago";
    }

    /// "14.2%" below ten, whole numbers above: the bar has room for four characters.
    static String percent(double percent) {
        if (Double.isNaN(percent)) {
            return "–";
        }
        double shown = Math.clamp(percent, 0, 100);
        BigDecimal rounded = BigDecimal.valueOf(shown).setScale(1, RoundingMode.HALF_UP);
        return rounded.toPlainString() + "%";
    }
}
