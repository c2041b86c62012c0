package io.quayside.desktop.ui.engine.disk;

import io.quayside.desktop.ui.control.chart.ChartUnit;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The sizes below bars that share an axis: round ones, the unit at the last.
final class SpaceAxis extends Region {
    private ChartUnit.Scale scale = new ChartUnit.Scale(1, List.of());
    private final List<Label> labels = new ArrayList<>();

    SpaceAxis() {
        setId("disk-axis");
        getStyleClass().add("space-axis");
        setMouseTransparent(true);
    }

    /// @param most bytes that have to fit
    /// @return what the whole width stands for, in bytes
    long show(long most) {
        scale = ChartUnit.BYTES.scale((double) most);
        labels.clear();
        for (ChartUnit.Line line : scale.lines()) {
            Label label = new Label(line.label());
            label.getStyleClass().addAll(StyleClasses.CAPTION, StyleClasses.MUTED);
            label.setManaged(false);
            labels.add(label);
        }
        getChildren().setAll(labels);
        requestLayout();
        return Math.round(scale.top());
    }

    /// The first begins at the left end, the last ends at the right one.
    @Override
    protected void layoutChildren() {
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            label.autosize();
            double middle = getWidth() * scale.lines().get(i).value() / scale.top();
            double most = Math.max(0, getWidth() - label.getWidth());
            label.relocate(Math.rint(Math.clamp(middle - label.getWidth() / 2, 0, most)), 0);
        }
    }
}
