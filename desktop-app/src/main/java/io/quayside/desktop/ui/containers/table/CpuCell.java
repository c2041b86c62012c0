package io.quayside.desktop.ui.containers.table;

import io.quayside.desktop.ui.containers.row.ContainerRow;
import io.quayside.desktop.ui.containers.row.FigureLine;
import io.quayside.desktop.ui.containers.row.ProjectRow;
import io.quayside.desktop.ui.control.Sparkline;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Arrays;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/// Sparkline of a minute and the percentage of one core.
final class CpuCell extends RowCell {
    /// A line that never fills its height for a container that idles.
    private static final double LEAST_SCALE = 5;

    private static final double MINUTE = 60;

    private final Sparkline line = new Sparkline(56, 18);
    private final Label percent = new Label();
    private final HBox both = new HBox(8, line, percent);
    private final Label plain = new Label();

    CpuCell() {
        percent.getStyleClass().add(StyleClasses.META);
        plain.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        both.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    Subscription container(ContainerRow row) {
        return row.figuresProperty().subscribe(this::paint);
    }

    @Override
    Subscription project(ProjectRow row) {
        show(plain);
        return row.lineProperty().subscribe(text -> plain.setText(text.cpu()));
    }

    private void paint(FigureLine figures) {
        if (Double.isNaN(figures.cpuPercent())) {
            plain.setText(figures.cpu());
            show(plain);
            return;
        }
        FigureLine.History history = figures.history();
        double[] values = history.values();
        double most = Arrays.stream(values).max().orElse(0);
        line.setTimed(
                history.secondsAgo(),
                values,
                MINUTE,
                Math.max(LEAST_SCALE, most * 1.25),
                "CPU of the last minute, now " + figures.cpu());
        percent.setText(figures.cpu());
        show(both);
    }
}
