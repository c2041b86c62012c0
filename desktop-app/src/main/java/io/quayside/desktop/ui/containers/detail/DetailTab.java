package io.quayside.desktop.ui.containers.detail;

import io.quayside.desktop.ui.containers.row.ContainerLine;
import java.util.Map;
import javafx.scene.layout.Region;

/// One tab of the page of a container. FX thread throughout.
///
/// It is made once, on first use, and shows one container after the other: streams and bindings live between
/// [#shown] and [#hidden()]. What has to outlive that, such as a shell, belongs to the app.
public interface DetailTab {
    /// The node below the tabs. The same one every time.
    Region root();

    /// It is in view and shows this container from now on. What the tab needs, as its entry says, is given.
    void shown(ContainerLine container);

    /// Something about the container changed while the tab is in view: its state, name, or whether the engine is there.
    default void changed(ContainerLine container) {}

    /// A card that tells how the container ended stands over it, or doesn't any more.
    default void below(boolean card) {}

    /// It left the view, or another container comes.
    void hidden();

    /// Moves the focus to where work on this tab starts.
    default void focusMain() {
        root().requestFocus();
    }

    /// Esc was pressed and no control took it. Returns whether anything was closed.
    default boolean escape() {
        return false;
    }

    /// Copies what is selected in it. Returns whether anything was; if not, the container's id is copied.
    default boolean copy() {
        return false;
    }

    /// Moves the focus to its search field, if it has one.
    default void find() {}

    /// What was typed in it and isn't saved: "app.conf in web", by the id of the container.
    default Map<String, String> unsaved() {
        return Map.of();
    }

    /// Whether it shows all it will show now.
    default boolean settled() {
        return true;
    }
}
