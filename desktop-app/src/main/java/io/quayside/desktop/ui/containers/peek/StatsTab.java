package io.quayside.desktop.ui.containers.peek;

import io.quayside.desktop.state.stats.ContainerSample;
import io.quayside.desktop.state.stats.StatsSeries;
import io.quayside.desktop.ui.containers.row.FigureLine;
import io.quayside.desktop.ui.control.Sparkline;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The figures of one container over the last minute: processor, memory, network, disks.
final class StatsTab extends StackPane {
    private static final double NANOS = 1e9;
    private static final double MINUTE = 60;

    private final Tile cpu = new Tile("CPU");
    private final Tile memory = new Tile("Memory");
    private final Tile network = new Tile("Network");
    private final Tile disks = new Tile("Block I/O");
    private final HBox tiles = new HBox(12, cpu, memory, network, disks);
    private final Label none = new Label();

    StatsTab() {
        setId("peek-stats");
        none.getStyleClass().add(StyleClasses.MUTED);
        tiles.setPadding(new Insets(12, 16, 12, 16));
        List.of(cpu, memory, network, disks).forEach(tile -> HBox.setHgrow(tile, Priority.ALWAYS));
        nothing("");
    }

    /// There are no figures, for this reason.
    void nothing(String reason) {
        none.setText(reason);
        getChildren().setAll(none);
    }

    void show(StatsSeries series) {
        ContainerSample now = series.latest();
        List<ContainerSample> samples = series.samples();
        List<ContainerSample> known = series.withCpu();
        double[] cpuValues =
                known.stream().mapToDouble(ContainerSample::cpuPercent).toArray();
        cpu.show(FigureLine.percent(now.cpuPercent()), "of one core", ages(known, now), cpuValues, 5);
        memory.show(
                Sizes.of(now.memoryUsed()),
                now.memoryLimit() > 0 ? "of " + Sizes.of(now.memoryLimit()) : "",
                ages(samples, now),
                samples.stream().mapToDouble(ContainerSample::memoryUsed).toArray(),
                1_000_000);
        rate(network, series, ContainerSample::networkReceived, ContainerSample::networkSent, "received", "sent");
        rate(disks, series, ContainerSample::blockRead, ContainerSample::blockWritten, "read", "written");
        if (!getChildren().contains(tiles)) {
            getChildren().setAll(tiles);
        }
    }

    private static double[] ages(List<ContainerSample> samples, ContainerSample now) {
        return samples.stream()
                .mapToDouble(sample -> (now.atNanos() - sample.atNanos()) / NANOS)
                .toArray();
    }

    private static void rate(
            Tile tile,
            StatsSeries series,
            ToLongFunction<ContainerSample> in,
            ToLongFunction<ContainerSample> out,
            String inWord,
            String outWord) {
        ContainerSample now = series.latest();
        double[] rates = rates(series.samples(), in, out);
        double last = rates.length == 0 ? 0 : rates[rates.length - 1];
        String totals =
                Sizes.of(in.applyAsLong(now)) + " " + inWord + ", " + Sizes.of(out.applyAsLong(now)) + " " + outWord;
        List<ContainerSample> from = series.samples();
        double[] ages = ages(from.subList(Math.min(1, from.size()), from.size()), now);
        tile.show(Sizes.of(Math.round(last)) + "/s", totals, ages, rates, 1000);
    }

    private static double[] rates(
            List<ContainerSample> samples, ToLongFunction<ContainerSample> in, ToLongFunction<ContainerSample> out) {
        double[] rates = new double[Math.max(0, samples.size() - 1)];
        for (int i = 1; i < samples.size(); i++) {
            ContainerSample before = samples.get(i - 1);
            ContainerSample after = samples.get(i);
            long bytes =
                    in.applyAsLong(after) + out.applyAsLong(after) - in.applyAsLong(before) - out.applyAsLong(before);
            double seconds = (after.atNanos() - before.atNanos()) / NANOS;
            rates[i - 1] = seconds <= 0 ? 0 : Math.max(0, bytes / seconds);
        }
        return rates;
    }

    /// One figure with its line.
    private static final class Tile extends VBox {
        private final String name;
        private final Label value = new Label();
        private final Label detail = new Label();
        private final Sparkline line = new Sparkline(200, 56);

        Tile(String name) {
            super(4);
            this.name = name;
            getStyleClass().add(StyleClasses.CARD);
            setMinWidth(0);
            Label title = new Label(name);
            title.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            value.getStyleClass().add(StyleClasses.STRONG);
            detail.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
            HBox first = new HBox(8, value, detail);
            Region gap = new Region();
            gap.setMinHeight(2);
            getChildren().addAll(title, first, gap, line);
        }

        void show(String now, String more, double[] ages, double[] values, double leastScale) {
            value.setText(now);
            detail.setText(more);
            double most = Arrays.stream(values).max().orElse(0);
            line.setTimed(
                    ages, values, MINUTE, Math.max(leastScale, most * 1.2), name + " of the last minute, now " + now);
        }
    }
}
