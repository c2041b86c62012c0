package io.quayside.desktop.ui.containers.detail.stopped;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.state.stats.Metric;
import io.quayside.desktop.state.stats.StatsWindow;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.stats.StatsPoints;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.control.chart.ChartFrame;
import io.quayside.desktop.ui.control.chart.ChartUnit;
import io.quayside.desktop.ui.control.chart.TimeChart;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.StateGlyph;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The memory that it used before the end, against its limit, and what helps against having too little. FX thread.
final class MemoryPart extends VBox {
    private final StoppedViewModel model;
    private final Label value = new Label();
    private final Label when = new Label();
    private final TimeChart chart = new TimeChart(ChartUnit.BYTES, 1);
    private final Label nothing = new Label("Not recorded");
    private final Label free = new Label();
    private final ActionButton edit;
    private final ActionButton raise;
    private final HBox fixes;

    MemoryPart(StoppedViewModel model, DetailContext context) {
        super(6);
        this.model = model;
        getStyleClass().add("why-memory");
        setMinWidth(0);
        Label title = new Label("Memory before the end");
        title.getStyleClass().addAll(StyleClasses.META, StyleClasses.MEDIUM);
        value.setId("why-stopped-memory");
        value.getStyleClass().addAll(StyleClasses.META, StyleClasses.STRONG);
        when.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        chart.setId("why-stopped-chart");
        chart.getStyleClass().add("memory");
        chart.managedProperty().bind(chart.visibleProperty());
        VBox.setVgrow(chart, Priority.ALWAYS);
        nothing.setId("why-stopped-nothing");
        nothing.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        nothing.managedProperty().bind(nothing.visibleProperty());
        free.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        free.setMinWidth(0);
        free.managedProperty().bind(free.visibleProperty());
        edit = new ActionButton(
                        "Edit limits…",
                        () -> model.container()
                                .ifPresent(line -> context.shell()
                                        .navigator()
                                        .go(Location.of("edit", line.container().id()))))
                .small();
        edit.setMinWidth(USE_PREF_SIZE);
        raise = new ActionButton(
                        "Raise limit and start",
                        () -> model.endProperty()
                                .get()
                                .flatMap(StoppedViewModel.End::raise)
                                .ifPresent(model::raiseAndStart))
                .small()
                .primary();
        raise.setId("why-stopped-raise");
        raise.setMinWidth(USE_PREF_SIZE);
        raise.managedProperty().bind(raise.visibleProperty());
        Gap gap = new Gap();
        fixes = new HBox(8, gap, edit, raise);
        fixes.getStyleClass().add("why-fixes");
        fixes.managedProperty().bind(fixes.visibleProperty());
        Gap middle = new Gap();
        getChildren().addAll(new HBox(4, title, middle, value, when), chart, nothing, free, fixes);
        model.figuresProperty().subscribe(this::free);
    }

    void show(StoppedViewModel.End end) {
        StatsWindow window = end.memory();
        boolean measured = window.size() > 0;
        chart.setVisible(measured);
        nothing.setVisible(!measured);
        value.setText(measured ? Sizes.of(last(window)) : "");
        when.setText(
                measured
                        ? "at " + Times.clock(Instant.ofEpochMilli(window.at(window.size() - 1))) + ", the last sample"
                        : "");
        if (measured) {
            long limit = end.record().details().hostConfig().resources().memory();
            long to = end.to().toEpochMilli();
            chart.show(
                    new ChartFrame(
                            new StatsPoints(window, List.of(Metric.MEMORY), 1),
                            end.from().toEpochMilli(),
                            to,
                            limit > 0 ? limit : Double.NaN,
                            List.of(new ChartFrame.Mark(to, to, StateGlyph.FAILED))),
                    "Memory before the end, " + words(end));
        }
        boolean oom = end.record().details().condition().oomKilled();
        Optional<Long> more = end.raise();
        fixes.setVisible(oom);
        free.setVisible(oom);
        raise.setVisible(more.isPresent());
        more.ifPresent(bytes -> raise.setText("Raise limit to " + Sizes.of(bytes) + " and start"));
        boolean live = model.container().filter(line -> line.canAct()).isPresent();
        raise.setUnavailable(live ? Optional.empty() : Optional.of("This is not possible now"));
        edit.setUnavailable(raise.unavailableReason());
    }

    /// "2 GB at 13:31:51, the last sample", or that there is none.
    String words(StoppedViewModel.End end) {
        StatsWindow window = end.memory();
        return window.size() == 0
                ? "not recorded"
                : Sizes.of(last(window)) + " at " + Times.clock(Instant.ofEpochMilli(window.at(window.size() - 1)))
                        + ", the last sample";
    }

    private static long last(StatsWindow window) {
        return Math.round(window.value(window.size() - 1, Metric.MEMORY));
    }

    private void free(EngineFigures figures) {
        boolean known = figures.measured() && figures.memoryTotal() > figures.memoryUsed();
        free.setText(known ? "Containers leave " + Sizes.of(figures.memoryTotal() - figures.memoryUsed()) : "");
        Tip.on(free, known ? "Of the engine's memory of " + Sizes.of(figures.memoryTotal()) : "");
    }
}
