package io.quayside.desktop.ui.theme;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Scale;

/// Draws one [StateGlyph] in 16 px, or as large as a stylesheet wants it. The state can change in place, so that list
/// rows keep their node.
///
/// The view around it says the state in words, so it is left out of the accessible tree's text.
public final class StateGlyphView extends Region {
    /// The side of the square it takes unless a stylesheet says otherwise.
    public static final double SIZE = 16;

    private static final String FILLED = "filled";

    private final SVGPath base = new SVGPath();
    private final SVGPath mark = new SVGPath();
    private final Scale scale = new Scale(1, 1);
    private final Rotate turn = new Rotate(0, 8, 8);
    private final Spin spin = new Spin(this, turn);
    private StateGlyph glyph;

    public StateGlyphView(StateGlyph glyph) {
        this.glyph = glyph;
        getStyleClass().add(StyleClasses.STATE_GLYPH);
        setMouseTransparent(true);
        base.getStyleClass().add("base");
        mark.getStyleClass().add("mark");
        base.setManaged(false);
        mark.setManaged(false);
        mark.setStrokeLineCap(StrokeLineCap.ROUND);
        mark.setStrokeLineJoin(StrokeLineJoin.ROUND);
        base.getTransforms().add(scale);
        mark.getTransforms().addAll(scale, turn);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getChildren().addAll(base, mark);
        draw();
    }

    public StateGlyph glyph() {
        return glyph;
    }

    /// Shows another state; does nothing when it is the same.
    public void setGlyph(StateGlyph next) {
        if (next != glyph) {
            getStyleClass().removeAll(glyph.kind(), FILLED);
            glyph = next;
            draw();
        }
    }

    private void draw() {
        getStyleClass().add(glyph.kind());
        if (glyph.markStyle() == StateGlyph.Mark.FILLED) {
            getStyleClass().add(FILLED);
        }
        base.setContent(glyph.basePath());
        mark.setContent(glyph.markPath());
        mark.setVisible(!glyph.markPath().isEmpty());
        base.getStrokeDashArray().clear();
        if (glyph == StateGlyph.CREATED) {
            base.getStrokeDashArray().setAll(2.5, 2.2);
        }
        spin.setActive(glyph == StateGlyph.STARTING);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        scale.setX(side / SIZE);
        scale.setY(side / SIZE);
        double top = snapPositionY((getHeight() - side) / 2);
        double left = snapPositionX((getWidth() - side) / 2);
        base.setLayoutX(left);
        base.setLayoutY(top);
        mark.setLayoutX(left);
        mark.setLayoutY(top);
    }

    @Override
    public double getBaselineOffset() {
        return BASELINE_OFFSET_SAME_AS_HEIGHT;
    }

    @Override
    public String toString() {
        return "StateGlyphView[" + glyph + "]";
    }
}
