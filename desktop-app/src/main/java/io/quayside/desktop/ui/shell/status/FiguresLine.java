package io.quayside.desktop.ui.shell.status;

import io.quayside.desktop.state.EngineFigures;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The engine's figures as the status bar says them. A part that was not measured is absent or a dash, never a zero and
/// never a part of the sum.
///
/// @param cpu empty until the engine's machine is known, a dash until all containers were measured
/// @param memory the same
/// @param disk empty where the size of the disk can't be known
public record FiguresLine(Optional<Cpu> cpu, Optional<Bar> memory, Optional<Bar> disk) {
    static final FiguresLine NONE = new FiguresLine(Optional.empty(), Optional.empty(), Optional.empty());

    private static final double AMBER = 0.85;
    private static final double RED = 0.95;

    /// @param history percent of all cores, each two seconds of the last minute
    /// @param hint "4.9% of 4 cores"
    public record Cpu(String percent, List<Double> history, String hint) {}

    /// A share with its words.
    ///
    /// @param label "Disk", or "Disk 96% full" where it needs attention
    /// @param used "18.4"
    /// @param total "of 64 GB"
    public record Bar(String label, double share, String used, String total, Level level, String hint) {}

    /// How near to full. The label says it in words too.
    public enum Level {
        FINE,
        AMBER,
        RED
    }

    static FiguresLine of(EngineFigures figures) {
        return new FiguresLine(cpu(figures), memory(figures), disk(figures));
    }

    private static Optional<Cpu> cpu(EngineFigures figures) {
        if (figures.cores() == 0) {
            return Optional.empty();
        }
        if (!figures.measured()) {
            return Optional.of(new Cpu("–", figures.cpuHistory(), "CPU is being measured"));
        }
        String percent = Amounts.percent(figures.cpuPercent());
        String cores = figures.cores() == 1 ? "1 core" : figures.cores() + " cores";
        return Optional.of(new Cpu(percent, figures.cpuHistory(), "CPU " + percent + " of " + cores));
    }

    private static Optional<Bar> memory(EngineFigures figures) {
        if (figures.memoryTotal() <= 0) {
            return Optional.empty();
        }
        if (!figures.measured()) {
            String total = Amounts.ofTotal(0, figures.memoryTotal()).total();
            return Optional.of(new Bar("Memory", Double.NaN, "–", total, Level.FINE, "Memory is being measured"));
        }
        Amounts.OfTotal amount = Amounts.ofTotal(figures.memoryUsed(), figures.memoryTotal());
        return Optional.of(new Bar(
                "Memory",
                (double) figures.memoryUsed() / figures.memoryTotal(),
                amount.used(),
                amount.total(),
                Level.FINE,
                "Memory of all containers: " + amount.used() + " " + amount.total()));
    }

    private static Optional<Bar> disk(EngineFigures figures) {
        if (figures.diskUsed().isEmpty()) {
            return Optional.empty();
        }
        long used = figures.diskUsed().getAsLong();
        long total = figures.diskTotal().orElse(0);
        if (total <= 0) {
            String size = Amounts.size(used);
            return Optional.of(new Bar("Disk", Double.NaN, size, "", Level.FINE, "Disk used by the engine: " + size));
        }
        double share = (double) used / total;
        Level level = share >= RED ? Level.RED : share >= AMBER ? Level.AMBER : Level.FINE;
        String label = level == Level.FINE ? "Disk" : String.format(Locale.ROOT, "Disk %d %% full", percent(share));
        Amounts.OfTotal amount = Amounts.ofTotal(used, total);
        String hint = "Disk used by the engine: " + amount.used() + " " + amount.total();
        return Optional.of(new Bar(label, share, amount.used(), amount.total(), level, hint));
    }

    /// Rounded down, so that it never says 100 % while there is room.
    private static int percent(double share) {
        return (int) Math.floor(share * 100);
    }
}
