package io.quayside.desktop.ui.engine;

import io.quayside.desktop.state.EngineFigures;
import io.quayside.desktop.ui.control.Sparkline;
import io.quayside.desktop.ui.format.Sizes;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// CPU, memory and disk of the engine now, and the last minute of the first two.
final class FigureCards extends HBox {
    private static final double PLOT_WIDTH = 280;
    private static final double PLOT_HEIGHT = 56;

    private final Card cpu = new Card("CPU", "-qs-data-1");
    private final Card memory = new Card("Memory", "-qs-data-2");
    private final Card disk = new Card("Disk", "-qs-data-4");

    FigureCards() {
        setId("engine-figures");
        setSpacing(12);
        disk.plot.setVisible(false);
        disk.plot.setManaged(false);
        for (Card card : List.of(cpu, memory, disk)) {
            HBox.setHgrow(card, Priority.ALWAYS);
            card.setPrefWidth(PLOT_WIDTH);
            getChildren().add(card);
        }
    }

    void show(EngineFigures figures, List<Double> memoryHistory) {
        if (Double.isNaN(figures.cpuPercent())) {
            cpu.measuring();
        } else {
            cpu.show(String.format(Locale.ROOT, "%.1f%%", figures.cpuPercent()), "of " + cores(figures.cores()));
        }
        double top = figures.cpuHistory().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        cpu.plot.setRecent(
                figures.cpuHistory(), EngineFigures.HISTORY, Math.max(10, top * 1.2), "CPU of the last minute");
        if (figures.measured()) {
            memory.show(
                    Sizes.of(figures.memoryUsed()),
                    figures.memoryTotal() > 0 ? "of " + Sizes.of(figures.memoryTotal()) : "");
        } else {
            memory.measuring();
        }
        memory.plot.setRecent(
                memoryHistory, EngineViewModel.MEMORY_HISTORY, 1, "Memory of containers since the page was opened");
        if (figures.diskUsed().isPresent()) {
            disk.show(
                    Sizes.of(figures.diskUsed().getAsLong()),
                    figures.diskTotal().isPresent()
                            ? "of " + Sizes.of(figures.diskTotal().getAsLong())
                            : "");
        } else {
            disk.measuring();
        }
        cpu.plotVisible(figures.measured() && !figures.cpuHistory().isEmpty());
        memory.plotVisible(figures.measured() && !memoryHistory.isEmpty());
    }

    private static String cores(int count) {
        return count == 1 ? "1 core" : count + " cores";
    }

    /// One figure.
    private static final class Card extends VBox {
        private final Label value = new Label();
        private final Label of = new Label();
        private final Sparkline plot = new Sparkline(PLOT_WIDTH, PLOT_HEIGHT);

        Card(String name, String colour) {
            getStyleClass().add(StyleClasses.CARD);
            setSpacing(8);
            plot.setStyle("-qs-line: " + colour + ";");
            plot.setMaxWidth(Double.MAX_VALUE);
            Label title = new Label(name);
            title.getStyleClass().add(StyleClasses.MEDIUM);
            value.getStyleClass().add(StyleClasses.STRONG);
            of.getStyleClass().add(StyleClasses.MUTED);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox head = new HBox(6, title, gap, value, of);
            head.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(head, plot);
        }

        /// No figure, and no empty chart that would look like one.
        void measuring() {
            value.setText("");
            of.setText("Measuring…");
            plot.setVisible(false);
        }

        void show(String now, String total) {
            value.setText(now);
            of.setText(total);
        }

        void plotVisible(boolean visible) {
            plot.setVisible(visible);
        }
    }
}
