package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The three steps at the top: done, now, to come.
final class StepLine extends HBox {
    private static final List<String> NAMES = List.of("Look for engines", "Choose", "Set up");

    StepLine() {
        super(12);
        setAlignment(Pos.CENTER);
        show(1);
    }

    /// Marks a step, counted from 1, as the present one.
    void show(int now) {
        getChildren().clear();
        for (int step = 1; step <= NAMES.size(); step++) {
            if (step > 1) {
                Region line = new Region();
                line.getStyleClass().add("step-line");
                getChildren().add(line);
            }
            getChildren().add(step(step, now));
        }
        setAccessibleText("Step " + now + " of " + NAMES.size() + ": " + NAMES.get(now - 1));
    }

    private static HBox step(int step, int now) {
        Label mark = new Label(step < now ? "" : Integer.toString(step));
        mark.getStyleClass().addAll("step-mark", step < now ? "done" : step == now ? "now" : "later");
        if (step < now) {
            mark.setGraphic(Icons.CHECK.node(12));
        }
        Label name = new Label(NAMES.get(step - 1));
        name.getStyleClass().add(step == now ? StyleClasses.STRONG : StyleClasses.MEDIUM);
        if (step != now) {
            name.getStyleClass().add(StyleClasses.MUTED);
        }
        HBox box = new HBox(8, mark, name);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
