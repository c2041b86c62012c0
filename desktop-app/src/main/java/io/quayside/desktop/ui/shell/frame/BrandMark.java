package io.quayside.desktop.ui.shell.frame;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/// Quayside's sign, 22 px: three crates above water.
public final class BrandMark extends Region {
    private static final double SIZE = 22;
    private static final double SCALE = SIZE / 24;

    private final SVGPath water = new SVGPath();

    public BrandMark() {
        getStyleClass().add("qs-brand-mark");
        getChildren().addAll(crate(3, 9.5, "crate"), crate(13, 9.5, "far-crate"), crate(8, 2, "crate"), water);
        water.setContent(wave());
        water.getStyleClass().add("water");
        water.setManaged(false);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
    }

    private static Rectangle crate(double x, double y, String styleClass) {
        Rectangle crate = new Rectangle(x * SCALE, y * SCALE, 8 * SCALE, 6 * SCALE);
        crate.setArcWidth(2 * SCALE);
        crate.setArcHeight(2 * SCALE);
        crate.getStyleClass().add(styleClass);
        crate.setManaged(false);
        return crate;
    }

    private static String wave() {
        return "M1.8 18.3c2.3 0 2.3-1.65 4.6-1.65S8.7 18.3 11 18.3s2.3-1.65 4.6-1.65S17.9 18.3 20.2 18.3";
    }
}
