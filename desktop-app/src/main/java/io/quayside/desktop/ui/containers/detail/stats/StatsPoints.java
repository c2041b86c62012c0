package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.state.stats.Metric;
import io.quayside.desktop.state.stats.StatsWindow;
import io.quayside.desktop.ui.control.chart.ChartPoints;
import java.util.List;

/// Some figures of a window as lines of a chart.
///
/// @param divisor by which all are divided
public record StatsPoints(StatsWindow window, List<Metric> metrics, double divisor) implements ChartPoints {
    public StatsPoints {
        metrics = List.copyOf(metrics);
    }

    @Override
    public int size() {
        return window.size();
    }

    @Override
    public long at(int index) {
        return window.at(index);
    }

    @Override
    public boolean begins(int index) {
        return window.beginsRun(index);
    }

    @Override
    public double value(int line, int index) {
        return window.value(index, metrics.get(line)) / divisor;
    }
}
