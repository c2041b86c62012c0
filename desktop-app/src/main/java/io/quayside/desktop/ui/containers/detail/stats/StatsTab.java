package io.quayside.desktop.ui.containers.detail.stats;

import io.quayside.desktop.state.stats.Metric;
import io.quayside.desktop.ui.containers.detail.DetailContext;
import io.quayside.desktop.ui.containers.detail.DetailTab;
import io.quayside.desktop.ui.containers.detail.DetailTabEntry;
import io.quayside.desktop.ui.containers.row.ContainerLine;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.SaveDialog;
import io.quayside.desktop.ui.control.Segments;
import io.quayside.desktop.ui.control.chart.ChartUnit;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.shell.Location;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Stats tab.
public final class StatsTab implements DetailTab {
    private final DetailContext context;
    private final SaveDialog save;
    private final StatsViewModel model;
    private final ChartCard cpu;
    private final ChartCard memory;
    private final ChartCard network;
    private final ChartCard disks;
    private final ChartCard pids;
    private final EventsCard events;
    private final Segments<StatsViewModel.Range> range = new Segments<>(
            "Show",
            List.of(
                    new Segments.Option<>(StatsViewModel.Range.FIVE_MINUTES, "5 min"),
                    new Segments.Option<>(StatsViewModel.Range.HOUR, "1 h"),
                    new Segments.Option<>(StatsViewModel.Range.SINCE_START, "Since start")));
    private final Label reading = new Label();
    private final VBox root = new VBox();
    private String name = "";

    private StatsTab(DetailContext context, SaveDialog save) {
        this.context = context;
        this.save = save;
        this.model = new StatsViewModel(context.parts());
        this.cpu = new ChartCard(
                "stats-cpu",
                "CPU",
                ChartUnit.PERCENT,
                "cpu",
                List.of(new ChartCard.Line(Metric.CPU, "CPU", "")),
                model);
        this.memory = new ChartCard(
                "stats-memory",
                "Memory",
                ChartUnit.BYTES,
                "memory",
                List.of(new ChartCard.Line(Metric.MEMORY, "Memory", "")),
                model);
        this.network = new ChartCard(
                "stats-network",
                "Network",
                ChartUnit.BYTES_PER_SECOND,
                "network",
                List.of(
                        new ChartCard.Line(Metric.NETWORK_IN, "In", "in"),
                        new ChartCard.Line(Metric.NETWORK_OUT, "Out", "out")),
                model);
        this.disks = new ChartCard(
                "stats-disks",
                "Block I/O",
                ChartUnit.BYTES_PER_SECOND,
                "disks",
                List.of(
                        new ChartCard.Line(Metric.BLOCK_READ, "Read", "read"),
                        new ChartCard.Line(Metric.BLOCK_WRITTEN, "Written", "written")),
                model);
        this.pids = new ChartCard(
                "stats-pids",
                "Processes and threads",
                ChartUnit.COUNT,
                "pids",
                List.of(new ChartCard.Line(Metric.PIDS, "Processes and threads", "")),
                model);
        this.events = new EventsCard(context.parts()::hasTab, this::openTab);
        build();
        model.frameProperty().subscribe(frame -> frame.ifPresent(this::show));
        model.readingProperty()
                .subscribe(now -> reading.setText(
                        now.isEmpty() ? "" : "Reading at " + Times.clock(Instant.ofEpochMilli(now.getAsLong()))));
    }

    /// How the page finds it.
    public static DetailTabEntry entry(SaveDialog save) {
        return new DetailTabEntry(
                "stats", "Stats", DetailTabEntry.Needs.RUNNING, context -> new StatsTab(context, save));
    }

    private void build() {
        root.getStyleClass().add("stats-tab");
        root.getStylesheets()
                .add(Objects.requireNonNull(StatsTab.class.getResource("stats.css"))
                        .toExternalForm());
        range.valueProperty().bindBidirectional(model.rangeProperty());
        Label kept = new Label("1 sample a second, kept for 1 h");
        kept.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        kept.setMinWidth(0);
        reading.setId("stats-reading");
        reading.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        Gap gap = new Gap();
        ActionButton export = new ActionButton("Export CSV…", Icons.PULL, this::export).small();
        export.setId("stats-export");
        HBox bar = new HBox(range, kept, gap, reading, export);
        bar.getStyleClass().addAll(StyleClasses.BAR, "detail-bar");
        GridPane grid = new GridPane(12, 12);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setMinWidth(0);
        half.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(half, half);
        grid.addRow(0, cpu, memory);
        grid.addRow(1, network, disks);
        grid.add(events, 0, 2, 2, 1);
        grid.add(pids, 0, 3, 2, 1);
        grid.setPadding(new Insets(12));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().addAll(bar, scroll);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown(ContainerLine container) {
        name = container.name();
        model.shown(container);
    }

    @Override
    public void changed(ContainerLine container) {
        name = container.name();
        model.changed(container);
    }

    @Override
    public void hidden() {
        model.hidden();
    }

    @Override
    public void focusMain() {
        range.getChildren().getFirst().requestFocus();
    }

    @Override
    public boolean escape() {
        boolean reads = model.readingProperty().get().isPresent();
        model.stopReading();
        return reads;
    }

    @Override
    public boolean settled() {
        return model.settled();
    }

    private void show(StatsViewModel.Frame frame) {
        StatsFacts facts = frame.facts();
        int cores = frame.cores();
        cpu.show(frame, 100 * facts.cores() / cores, cores == 1 ? "of one core" : "of " + cores + " cores", cores);
        boolean limited = !Double.isNaN(facts.memoryLimit());
        memory.show(
                frame,
                facts.memoryLimit(),
                limited ? "of " + Sizes.of(Math.round(facts.memoryLimit())) : "without a limit",
                1);
        network.show(frame, Double.NaN, "", 1);
        disks.show(frame, Double.NaN, "", 1);
        pids.show(
                frame,
                facts.pidsLimit(),
                Double.isNaN(facts.pidsLimit()) ? "without a limit" : "of at most " + Math.round(facts.pidsLimit()),
                1);
        events.show(frame.happenings());
    }

    private void openTab(String tab) {
        context.shell().navigator().go(Location.of("container", name, tab));
    }

    private void export() {
        save.ask(root.getScene().getWindow(), "Export figures of " + name, model.fileName())
                .ifPresent(model::export);
    }
}
