package io.quayside.desktop.ui.containers.detail.logs;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;

/// The main button over a node.
final class Mouse {
    private Mouse() {}

    /// @param x of the node's own coordinates, as is `y`
    static void fire(EventType<MouseEvent> type, Node over, double x, double y, int clicks) {
        Point2D place = over.localToScene(x, y);
        PickResult pick = new PickResult(over, place.getX(), place.getY());
        over.fireEvent(new MouseEvent(
                type,
                place.getX(),
                place.getY(),
                place.getX(),
                place.getY(),
                MouseButton.PRIMARY,
                clicks,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                pick));
    }
}
