package io.quayside.desktop.ui.shell.frame;

import io.quayside.desktop.ui.shell.Modal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The scrim and what stands on it. The focus can't leave while it is open.
final class ModalLayer extends StackPane implements Modal {
    private static final double TOP = 96;

    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ChangeListener<Node> keepFocus = (observable, before, now) -> keepFocus(now);
    private Optional<Region> content = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();
    private Runnable dismissed = () -> {};

    ModalLayer() {
        getStyleClass().add("qs-scrim");
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                dismiss();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                dismiss();
            }
        });
    }

    @Override
    public void show(Region next, Pos position, Runnable onDismissed) {
        if (open.get()) {
            dismiss();
        }
        focusBefore = Focus.owner(this);
        content = Optional.of(next);
        dismissed = onDismissed;
        StackPane.setAlignment(next, position);
        StackPane.setMargin(next, position == Pos.TOP_CENTER ? new Insets(TOP, 16, 16, 16) : new Insets(16));
        getChildren().setAll(next);
        setVisible(true);
        open.set(true);
        Scene scene = getScene();
        if (scene != null) {
            keepFocus(scene.getFocusOwner());
            scene.focusOwnerProperty().addListener(keepFocus);
        }
    }

    private void keepFocus(Node now) {
        if (content.isPresent() && !Focus.isIn(now, content.get())) {
            Focus.first(content.get()).ifPresent(Node::requestFocus);
        }
    }

    private void dismiss() {
        Runnable then = dismissed;
        close();
        then.run();
    }

    @Override
    public void close() {
        if (!open.get()) {
            return;
        }
        Scene scene = getScene();
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(keepFocus);
        }
        content = Optional.empty();
        dismissed = () -> {};
        getChildren().clear();
        setVisible(false);
        open.set(false);
        Focus.restore(focusBefore);
        focusBefore = Optional.empty();
    }

    @Override
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }
}
