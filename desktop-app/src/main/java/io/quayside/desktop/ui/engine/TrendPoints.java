package io.quayside.desktop.ui.engine;

import io.quayside.desktop.state.stats.EngineTrend;
import io.quayside.desktop.ui.control.chart.ChartPoints;
import java.util.function.ToDoubleFunction;

/// One figure of an engine as the line of a chart.
record TrendPoints(EngineTrend trend, ToDoubleFunction<EngineTrend.Point> figure) implements ChartPoints {
    @Override
    public int size() {
        return trend.points().size();
    }

    @Override
    public long at(int index) {
        return trend.points().get(index).at();
    }

    @Override
    public boolean begins(int index) {
        return trend.points().get(index).begins();
    }

    @Override
    public double value(int line, int index) {
        return figure.applyAsDouble(trend.points().get(index));
    }

    /// The highest value; NaN if none is known.
    double highest() {
        return trend.points().stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    /// The newest, even if it isn't known.
    double latest() {
        return size() == 0 ? Double.NaN : value(0, size() - 1);
    }
}
