package io.quayside.desktop.ui.containers;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// A list, and below it while it is open a panel that follows the list's selection. The panel keeps its height in the
/// settings. FX thread.
public abstract class PanelSplit extends SplitPane {
    private static final double LEAST_LIST = 100;
    private static final double LEAST_KEPT = 50;

    private final ContainersParts parts;
    private final String name;
    private final double usualHeight;
    private final BooleanProperty open = new SimpleBooleanProperty();

    /// @param name under which the settings keep its height
    protected PanelSplit(ContainersParts parts, String name, double usualHeight) {
        this.parts = parts;
        this.name = name;
        this.usualHeight = usualHeight;
        setOrientation(Orientation.VERTICAL);
        open.subscribe((before, now) -> show(now));
    }

    public final void setList(Node list) {
        getItems().addFirst(list);
    }

    public final BooleanProperty openProperty() {
        return open;
    }

    /// The panel while it is open.
    public final Optional<Node> panel() {
        return open.get() ? Optional.of(below()) : Optional.empty();
    }

    /// What is below the list; the same each time.
    protected abstract Region below();

    /// It is in view now.
    protected abstract void opened();

    /// It is out of view.
    protected abstract void closed();

    private void show(boolean now) {
        if (now) {
            setResizableWithParent(below(), false);
            getItems().add(below());
            divide();
            opened();
        } else {
            keepHeight();
            getItems().remove(below());
            closed();
        }
    }

    /// Gives the panel its height; once there is one to share, where the page wasn't laid out yet.
    private void divide() {
        if (getHeight() <= 0) {
            Subscription[] once = {Subscription.EMPTY};
            once[0] = heightProperty().subscribe((before, now) -> {
                once[0].unsubscribe();
                if (open.get()) {
                    divide();
                }
            });
            return;
        }
        double height = parts.settings().get().window().panelSizes().getOrDefault(name, usualHeight);
        double whole = Math.max(getHeight(), height + LEAST_LIST);
        setDividerPositions(1 - height / whole);
    }

    private void keepHeight() {
        double height = below().getHeight();
        if (height > LEAST_KEPT) {
            parts.updateSettings()
                    .accept(settings -> settings.withWindow(settings.window().withPanelSize(name, height)));
        }
    }
}
