package io.quayside.desktop.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// One screen in the content area. FX thread throughout.
///
/// Created once, on first use; bindings and streams live between [#shown(Location)] and [#hidden()].
public interface Page {
    /// The node, with the stable id `page-<name>`. The same one every time.
    Region root();

    /// It is in the window now. Called again with another location when only the rest of the address changes.
    void shown(Location location);

    /// It left the window, or the window itself is hidden.
    void hidden();

    /// Moves the focus to where work on this page starts (its table, its first field).
    void focusMain();

    /// Esc was pressed and no control took it: closes a panel or clears the selection. Returns whether anything was
    /// done; if not, the shell goes back.
    boolean escape();

    /// Where F6 stops on this page, in order: head, bar, main part, side panel, footer, as far as they are there now.
    /// Empty means that the page is one region.
    default List<Node> regions() {
        return List.of();
    }

    /// What was typed here and isn't saved, which the end of the window would lose. May be asked while it isn't shown.
    default List<UnsavedText> unsaved() {
        return List.of();
    }

    /// Whether it shows all it will show about the present state: the engine's answers are in, nothing is measured for
    /// the first time any more. Pictures and measurements wait for it.
    default boolean settled() {
        return true;
    }
}
