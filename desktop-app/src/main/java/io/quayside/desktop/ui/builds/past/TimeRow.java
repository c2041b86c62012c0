package io.quayside.desktop.ui.builds.past;

import io.quayside.desktop.builds.BuildStep;
import io.quayside.desktop.builds.BuildTimes;
import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.format.Times;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// One step of a build: its stage, its instruction, a bar on the axis that all rows share, and how long it took.
final class TimeRow extends Region {
    static final double HEIGHT = 22;

    private static final PseudoClass COSTLIEST = PseudoClass.getPseudoClass("costliest");
    private static final double BAR = 10;
    private static final double CACHED = 8;

    private final BuildTimes.Row row;
    private final TimeScale scale;
    private final Label stage = new Label();
    private final Label instruction = new Label();
    private final Label took = new Label();
    private final Region bar = new Region();

    /// @param stageShown whether the stage differs from that of the row above
    TimeRow(BuildTimes.Row row, TimeScale scale, boolean stageShown, boolean costliest) {
        this.row = row;
        this.scale = scale;
        BuildStep step = row.step();
        getStyleClass().add("time-row");
        pseudoClassStateChanged(COSTLIEST, costliest);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        stage.setText(stageShown ? SafeText.line(step.stage()) : "");
        stage.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        String words = SafeText.output(step.instruction().replace("\n", " "), 300);
        instruction.setText(words);
        instruction.getStyleClass().add(StyleClasses.MONO_CAPTION);
        Tip.on(instruction, words);
        took.setText(row.isCached() ? "Cached" : Times.took(row.took()));
        took.getStyleClass().add(StyleClasses.META);
        if (row.isCached()) {
            instruction.getStyleClass().add(StyleClasses.MUTED);
        }
        if (row.isCached() || !row.longest()) {
            took.getStyleClass().add(StyleClasses.MUTED);
        }
        bar.getStyleClass().addAll("time-bar", kind());
        Tip.on(took, tip());
        getChildren().addAll(stage, instruction, bar, took);
        setAccessibleText(sentence());
    }

    private String kind() {
        if (row.isCached()) {
            return "cached";
        }
        return switch (row.step().state()) {
            case FAILED -> "failed";
            default -> row.longest() ? "longest" : "beside";
        };
    }

    private String tip() {
        return row.isCached()
                ? "Taken from the build cache"
                : Times.took(row.took()) + ", from " + Times.took(row.from()) + " on";
    }

    private String sentence() {
        String words = row.isCached()
                ? "cached"
                : Times.spoken(Times.took(row.took()))
                        + (row.step().state() == BuildStep.State.FAILED ? ", failed" : "")
                        + (row.longest() ? ", on the longest path" : ", beside the longest path");
        String of = row.step().stage().isEmpty() ? "" : SafeText.line(row.step().stage()) + ", ";
        return of + instruction.getText() + ", " + words;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double left = scale.left(width);
        layoutInArea(stage, 16, 0, scale.stages() - 8, HEIGHT, 0, HPos.LEFT, VPos.CENTER);
        double text = 16 + scale.stages();
        layoutInArea(instruction, text, 0, Math.max(20, left - text - 12), HEIGHT, 0, HPos.LEFT, VPos.CENTER);
        layoutInArea(took, width - 16 - 76, 0, 76, HEIGHT, 0, HPos.RIGHT, VPos.CENTER);
        double from = scale.x(row.from(), width);
        double length = row.isCached() ? CACHED : Math.max(3, scale.x(row.from().plus(row.took()), width) - from);
        double most = scale.right(width) - length;
        bar.resizeRelocate(
                snapPositionX(Math.min(from, Math.max(left, most))),
                snapPositionY((HEIGHT - BAR) / 2),
                snapSizeX(length),
                BAR);
    }
}
