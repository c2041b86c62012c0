package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.Motion;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Locale;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A 4 px bar that shows a share of something. What it measures is said in words beside it.
public final class MeterBar extends Region {
    /// What the colour says. It never says it alone.
    public enum Kind {
        /// Progress.
        ACCENT,
        /// Memory.
        MEMORY,
        /// Attention.
        WARNING,
        /// Nearly full, failed.
        DANGER,
        /// Done.
        SUCCESS;

        private PseudoClass pseudoClass() {
            return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }

    private static final double HEIGHT = 4;

    private final Region fill = new Region();
    private final DoubleProperty shown = new SimpleDoubleProperty(0);
    private final Timeline glide = new Timeline();
    private Kind kind = Kind.ACCENT;
    private double value;

    public MeterBar(Kind kind) {
        getStyleClass().add(StyleClasses.METER);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setMouseTransparent(true);
        fill.getStyleClass().add("fill");
        fill.setManaged(false);
        getChildren().add(fill);
        setMinSize(16, HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        shown.subscribe(() -> requestLayout());
        setKind(kind);
    }

    public void setKind(Kind next) {
        pseudoClassStateChanged(kind.pseudoClass(), false);
        kind = next;
        pseudoClassStateChanged(kind.pseudoClass(), true);
    }

    /// Shows 0 to 1 at once; anything else that is no share is shown as empty or full.
    public void setValue(double share) {
        glide.stop();
        value = clamp(share);
        shown.set(value);
    }

    /// Moves to 0 to 1 within 200 ms, for progress that ticks.
    public void glideTo(double share) {
        double next = clamp(share);
        if (next != value) {
            value = next;
            glide.stop();
            glide.getKeyFrames()
                    .setAll(new KeyFrame(Motion.progress(), new KeyValue(shown, value, Interpolator.EASE_OUT)));
            glide.playFromStart();
        }
    }

    public double value() {
        return value;
    }

    private static double clamp(double share) {
        return Double.isNaN(share) ? 0 : Math.clamp(share, 0, 1);
    }

    @Override
    protected void layoutChildren() {
        double width = shown.get() == 0 ? 0 : Math.max(HEIGHT, getWidth() * shown.get());
        fill.resizeRelocate(0, 0, Math.min(width, getWidth()), getHeight());
    }
}
