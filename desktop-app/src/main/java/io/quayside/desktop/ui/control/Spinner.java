package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.Spin;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Rotate;

/// A quarter arc on a ring that turns once a second while it is visible: something runs and its amount is unknown.
public final class Spinner extends Region {
    private final double size;
    private final Rotate turn = new Rotate();
    private final Spin spin = new Spin(this, turn);

    public Spinner() {
        this(16);
    }

    public Spinner(double size) {
        this.size = size;
        getStyleClass().add(StyleClasses.SPINNER);
        setMouseTransparent(true);
        double width = size * 0.15;
        double radius = size / 2 - width;
        Circle track = new Circle(size / 2, size / 2, radius);
        track.getStyleClass().add("track");
        track.setFill(null);
        track.setStrokeWidth(width);
        Arc arc = new Arc(size / 2, size / 2, radius, radius, 0, 90);
        arc.getStyleClass().add("arc");
        arc.setFill(null);
        arc.setStrokeWidth(width);
        arc.setStrokeLineCap(StrokeLineCap.ROUND);
        turn.setPivotX(size / 2);
        turn.setPivotY(size / 2);
        arc.getTransforms().add(turn);
        track.setManaged(false);
        arc.setManaged(false);
        getChildren().addAll(track, arc);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
        visibleProperty().subscribe(spin::setActive);
    }

    public double size() {
        return size;
    }

    boolean isTurning() {
        return spin.isTurning();
    }
}
