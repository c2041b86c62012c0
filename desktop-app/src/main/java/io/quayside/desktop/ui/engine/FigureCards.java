package io.quayside.desktop.ui.engine;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.stats.EngineTrend;
import io.quayside.desktop.ui.control.chart.ChartUnit;
import io.quayside.desktop.ui.format.Sizes;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// CPU, memory and disk writes of the engine's containers, now and over the last quarter of an hour.
final class FigureCards extends HBox {
    private final FigureCard cpu =
            new FigureCard("engine-cpu", "CPU", "", ChartUnit.PERCENT, "cpu", EngineTrend.Point::cpuPercent);
    private final FigureCard memory =
            new FigureCard("engine-memory", "Memory", "", ChartUnit.BYTES, "memory", EngineTrend.Point::memory);
    private final FigureCard writes = new FigureCard(
            "engine-writes",
            "Disk writes",
            "of containers",
            ChartUnit.BYTES_PER_SECOND,
            "writes",
            EngineTrend.Point::written);

    FigureCards() {
        setId("engine-figures");
        setSpacing(12);
        for (FigureCard card : List.of(cpu, memory, writes)) {
            HBox.setHgrow(card, Priority.ALWAYS);
            getChildren().add(card);
        }
    }

    /// @param now in milliseconds since 1970
    void show(EngineFigures figures, EngineTrend trend, long now) {
        TrendPoints written = new TrendPoints(trend, EngineTrend.Point::written);
        if (figures.measured()) {
            cpu.say(ChartUnit.PERCENT.text(figures.cpuPercent()), "of " + cores(figures.cores()));
            memory.say(
                    Sizes.of(figures.memoryUsed()),
                    figures.memoryTotal() > 0 ? "of " + Sizes.of(figures.memoryTotal()) : "");
        } else {
            cpu.measuring();
            memory.measuring();
        }
        if (figures.measured() && !Double.isNaN(written.latest())) {
            ChartUnit unit = ChartUnit.BYTES_PER_SECOND;
            writes.say(unit.text(written.latest()), "peak " + unit.text(written.highest()));
        } else {
            writes.measuring();
        }
        cpu.show(trend, Double.NaN, now);
        memory.show(trend, figures.memoryTotal() > 0 ? figures.memoryTotal() : Double.NaN, now);
        writes.show(trend, Double.NaN, now);
    }

    private static String cores(int count) {
        return count == 1 ? "1 core" : count + " cores";
    }
}
