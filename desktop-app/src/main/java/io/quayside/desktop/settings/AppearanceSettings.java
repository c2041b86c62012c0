package io.quayside.desktop.settings;

import java.util.List;

/// The page Appearance.
///
/// @param textPercent one of [#TEXT_PERCENTS]
/// @param logFontSize pixels, in logs, before `textPercent`
public record AppearanceSettings(
        ThemeChoice theme, Density density, int textPercent, MotionChoice motion, CpuUnit cpuUnit, int logFontSize) {
    /// The text sizes there are.
    public static final List<Integer> TEXT_PERCENTS = List.of(90, 100, 115, 130);

    /// The sizes of log text there are.
    public static final List<Integer> LOG_FONT_SIZES = List.of(10, 11, 12, 13, 14, 16, 18);

    public static final AppearanceSettings DEFAULT = new AppearanceSettings(
            ThemeChoice.SYSTEM, Density.COMFORTABLE, 100, MotionChoice.SYSTEM, CpuUnit.ONE_CORE, 12);

    /// Which colours.
    public enum ThemeChoice {
        /// As the operating system says, now and when it changes.
        SYSTEM,
        LIGHT,
        DARK
    }

    /// How high rows are.
    public enum Density {
        COMFORTABLE,
        COMPACT
    }

    /// Whether things may move.
    public enum MotionChoice {
        /// As the operating system says, where it does.
        SYSTEM,
        FULL,
        REDUCED
    }

    /// What 100 % of a container's CPU means.
    public enum CpuUnit {
        /// One core, as `docker stats` prints it.
        ONE_CORE,
        /// All cores of the engine.
        ALL_CORES
    }

    /// Takes the nearest size that there is for a size that there isn't.
    public AppearanceSettings {
        textPercent = nearest(TEXT_PERCENTS, textPercent);
        logFontSize = nearest(LOG_FONT_SIZES, logFontSize);
    }

    private static int nearest(List<Integer> allowed, int wanted) {
        int best = allowed.getFirst();
        for (int size : allowed) {
            if (Math.abs((long) size - wanted) < Math.abs((long) best - wanted)) {
                best = size;
            }
        }
        return best;
    }

    public AppearanceSettings withTheme(ThemeChoice value) {
        return new AppearanceSettings(value, density, textPercent, motion, cpuUnit, logFontSize);
    }

    public AppearanceSettings withDensity(Density value) {
        return new AppearanceSettings(theme, value, textPercent, motion, cpuUnit, logFontSize);
    }

    public AppearanceSettings withTextPercent(int value) {
        return new AppearanceSettings(theme, density, value, motion, cpuUnit, logFontSize);
    }

    public AppearanceSettings withMotion(MotionChoice value) {
        return new AppearanceSettings(theme, density, textPercent, value, cpuUnit, logFontSize);
    }

    public AppearanceSettings withCpuUnit(CpuUnit value) {
        return new AppearanceSettings(theme, density, textPercent, motion, value, logFontSize);
    }

    public AppearanceSettings withLogFontSize(int value) {
        return new AppearanceSettings(theme, density, textPercent, motion, cpuUnit, value);
    }
}
