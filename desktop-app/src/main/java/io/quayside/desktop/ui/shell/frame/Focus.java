package io.quayside.desktop.ui.shell.frame;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Where the keyboard focus is and can go.
final class Focus {
    private Focus() {}

    /// The first node in `node` that Tab would stop at.
    static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Optional<Node> found = first(child);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static boolean isIn(@Nullable Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    static Optional<Node> owner(Node anyNode) {
        Scene scene = anyNode.getScene();
        return scene == null ? Optional.empty() : Optional.ofNullable(scene.getFocusOwner());
    }

    /// Gives the focus back to a node that had it, if it is still there to take it.
    static boolean restore(Optional<Node> before) {
        if (before.isPresent()
                && before.get().getScene() != null
                && !before.get().isDisabled()) {
            before.get().requestFocus();
            return true;
        }
        return false;
    }
}
