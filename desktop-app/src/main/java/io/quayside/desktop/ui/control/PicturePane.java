package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import javafx.scene.transform.Scale;

/// Where a picture of boxes and lines is drawn: it scrolls, can be made larger and smaller, and fitted into what is
/// seen. FX thread.
public abstract class PicturePane extends StackPane {
    /// How wide a bar to scroll with is.
    protected static final double SCROLL_BAR = 14;

    private static final double STEP = 1.25;
    private static final double LEAST = 0.4;
    private static final double MOST = 2.5;
    private static final double FIT_STEP = 0.05;
    private static final double DOTS = 16;

    protected final PictureBoxes boxes = new PictureBoxes();
    private final Pane canvas = new Pane();
    private final ScrollPane scroll = new ScrollPane(new Group(canvas));
    private final Scale scale = new Scale(1, 1);
    private final IconButton larger = new IconButton(Icons.ADD, "Larger", () -> zoomTo(zoom() * STEP));
    private final IconButton smaller = new IconButton(Icons.REMOVE, "Smaller", () -> zoomTo(zoom() / STEP));
    private final ActionButton fit = new ActionButton("Fit", this::fit).small().ghost();

    /// @param corner where the buttons stand: one where boxes rarely are
    protected PicturePane(String id, Pos corner) {
        setId(id);
        getStyleClass().add("picture-pane");
        setMinHeight(0);
        canvas.getStyleClass().add("picture-canvas");
        canvas.getTransforms().setAll(scale);
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, boxes::pressed);
        scroll.setFocusTraversable(false);
        scroll.setMinSize(0, 0);
        scroll.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                event.consume();
                zoomTo(event.getDeltaY() > 0 ? zoom() * STEP : zoom() / STEP);
            }
        });
        larger.setId(id + "-larger");
        smaller.setId(id + "-smaller");
        fit.setId(id + "-fit");
        fit.setAccessibleText("Fit the picture");
        fit.setHint("All of it");
        HBox buttons = new HBox(2, larger, smaller, fit);
        buttons.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("picture-zoom");
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(buttons, corner);
        StackPane.setMargin(buttons, new Insets(2, SCROLL_BAR, 6, 0));
        getChildren().setAll(scroll, buttons);
        widthProperty().subscribe((before, now) -> resized());
        heightProperty().subscribe((before, now) -> resized());
        zoomTo(1);
    }

    /// Draws it all anew, for the room that there is now.
    protected abstract void draw();

    /// The room is another one.
    protected abstract void resized();

    /// Whether all of it is seen when it is drawn this large.
    protected abstract boolean fits(double zoom);

    /// How large it is drawn: 1 is as it is meant.
    protected final double zoom() {
        return scale.getX();
    }

    /// What there is room for on the canvas, as wide as the pane is. Enlarging makes no less of it: then one scrolls.
    protected final double roomAcross(double zoom) {
        return getWidth() / Math.min(1, zoom);
    }

    /// The same downwards.
    protected final double roomDown(double zoom) {
        return getHeight() / Math.min(1, zoom);
    }

    private void zoomTo(double wanted) {
        double next = Math.clamp(wanted, LEAST, MOST);
        // Back at 1 after as many steps down as up.
        next = Math.abs(next - 1) < 0.01 ? 1 : next;
        boolean other = next != zoom();
        scale.setX(next);
        scale.setY(next);
        larger.setDisable(next >= MOST);
        smaller.setDisable(next <= LEAST);
        if (other) {
            draw();
        }
    }

    private void fit() {
        double zoom = 1;
        while (zoom > LEAST && !fits(zoom)) {
            zoom -= FIT_STEP;
        }
        zoomTo(zoom);
        scroll.setHvalue(0);
        scroll.setVvalue(0);
    }

    /// Where F6 stops.
    protected final Node canvas() {
        return canvas;
    }

    /// Puts these on the canvas, in this order.
    ///
    /// @param words all of it as a sentence
    protected final void put(List<? extends Node> nodes, double width, double height, String words) {
        List<Node> all = new ArrayList<>(dots(width, height));
        all.addAll(nodes);
        canvas.getChildren().setAll(all);
        canvas.setMinSize(width, height);
        canvas.setPrefSize(width, height);
        setAccessibleText(words);
        canvas.setAccessibleText(words);
    }

    /// A quiet pattern, so that one sees how far it was moved.
    private static List<Line> dots(double width, double height) {
        List<Line> rows = new ArrayList<>();
        for (double y = DOTS / 2 + 0.5; y < height; y += DOTS) {
            Line row = new Line(DOTS / 2, y, width, y);
            row.getStyleClass().add("picture-dots");
            row.setMouseTransparent(true);
            rows.add(row);
        }
        return rows;
    }
}
