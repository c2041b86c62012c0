package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Shows one popover at a time below (or above) the button that opened it. It is part of the window and no window of
/// its own, so that a picture of the window has it, and so that it is where it should be on every desktop.
///
/// Esc or a click beside it closes it; the focus then returns to what opened it.
final class FlyoutLayer extends Pane {
    private static final double GAP = 4;
    private static final double MARGIN = 16;
    private static final double FOOT = 40;

    /// What a popover is told when it comes and goes.
    interface Flyout {
        Region content();

        void opened();

        void closed();

        /// Whether it keeps to the edge of the window rather than to its button.
        default boolean atEdge() {
            return false;
        }
    }

    private Optional<Flyout> flyout = Optional.empty();
    private Optional<Node> anchor = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();

    FlyoutLayer() {
        setPickOnBounds(false);
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && close()) {
                event.consume();
            }
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::closeWhenBeside);
            }
        });
    }

    /// Opens a popover, or closes it when it is the one that is open.
    void toggle(Flyout next, Node at) {
        boolean same = flyout.equals(Optional.of(next));
        close();
        if (!same) {
            open(next, at);
        }
    }

    private void open(Flyout next, Node at) {
        focusBefore = Focus.owner(this);
        flyout = Optional.of(next);
        anchor = Optional.of(at);
        Region content = next.content();
        if (!content.getStyleClass().contains(StyleClasses.POPOVER)) {
            content.getStyleClass().add(StyleClasses.POPOVER);
        }
        getChildren().setAll(content);
        setVisible(true);
        next.opened();
        layout();
        Focus.first(content).ifPresent(Node::requestFocus);
    }

    boolean isOpen(Flyout which) {
        return flyout.equals(Optional.of(which));
    }

    /// Returns whether one was open.
    boolean close() {
        if (flyout.isEmpty()) {
            return false;
        }
        Flyout last = flyout.get();
        boolean hadFocus = Focus.isIn(Focus.owner(this).orElse(null), last.content());
        flyout = Optional.empty();
        getChildren().clear();
        setVisible(false);
        last.closed();
        if (hadFocus && !Focus.restore(focusBefore)) {
            anchor.ifPresent(Node::requestFocus);
        }
        anchor = Optional.empty();
        return true;
    }

    private void closeWhenBeside(MouseEvent event) {
        if (flyout.isPresent() && event.getTarget() instanceof Node target) {
            boolean inside = Focus.isIn(target, flyout.get().content())
                    || (anchor.isPresent() && Focus.isIn(target, anchor.get()));
            if (!inside) {
                close();
            }
        }
    }

    @Override
    protected void layoutChildren() {
        if (flyout.isEmpty() || anchor.isEmpty()) {
            return;
        }
        Region content = flyout.get().content();
        Bounds button = anchor.get().localToScene(anchor.get().getLayoutBounds());
        Point2D topLeft = sceneToLocal(button.getMinX(), button.getMinY());
        boolean above = topLeft.getY() > getHeight() / 2;
        double room =
                above ? topLeft.getY() - GAP - MARGIN : getHeight() - topLeft.getY() - button.getHeight() - GAP - FOOT;
        double width = Math.min(content.prefWidth(-1), getWidth() - 2 * MARGIN);
        double height = Math.min(content.prefHeight(width), room);
        double right = flyout.get().atEdge() ? getWidth() - MARGIN : topLeft.getX() + button.getWidth();
        double x = Math.clamp(right - width, MARGIN, Math.max(MARGIN, getWidth() - MARGIN - width));
        double y = above ? topLeft.getY() - GAP - height : topLeft.getY() + button.getHeight() + GAP;
        content.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), snapSizeY(height));
    }
}
