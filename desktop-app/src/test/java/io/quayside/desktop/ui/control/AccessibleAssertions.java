package io.quayside.desktop.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.skin.VirtualFlow;

/// Looks through a real scene graph for controls that a screen reader couldn't name.
public final class AccessibleAssertions {
    private AccessibleAssertions() {}

    /// Fails with the list of controls below `root` (included) that have neither accessible text nor a text of their
    /// own.
    public static void everyControlHasText(Parent root) {
        List<String> nameless = new ArrayList<>();
        collect(root, nameless);
        assertEquals(List.of(), nameless, "controls without a name for screen readers");
    }

    private static void collect(Node node, List<String> nameless) {
        if (node instanceof Control control && needsText(control) && !hasText(control)) {
            nameless.add(path(control));
        }
        if (node instanceof Parent parent && !(node instanceof VirtualFlow<?> && isCombo(node))) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
        }
    }

    private static boolean needsText(Control control) {
        return !(control instanceof ScrollBar
                || control instanceof Label
                || control instanceof Separator
                || control instanceof SplitPane
                || control instanceof IndexedCell<?>
                || (control instanceof ScrollPane pane && !pane.isFocusTraversable())
                || isPartOfAnother(control));
    }

    /// The editor of a combo box, the pane inside a text area: named by the control around them.
    private static boolean isPartOfAnother(Node node) {
        for (Node up = node.getParent(); up != null; up = up.getParent()) {
            if (up instanceof ComboBoxBase<?> || up instanceof javafx.scene.control.TextInputControl) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCombo(Node node) {
        return node.getStyleClass().contains("combo-box-popup");
    }

    private static boolean hasText(Control control) {
        String text = control.getAccessibleText();
        if (text != null && !text.isBlank()) {
            return true;
        }
        return control instanceof ButtonBase button
                && button.getText() != null
                && !button.getText().isBlank();
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node up = node; up != null; up = up.getParent()) {
            String id = up.getId() == null ? "" : "#" + up.getId();
            path.insert(0, "/" + up.getClass().getSimpleName() + id + up.getStyleClass());
        }
        return path.toString();
    }
}
