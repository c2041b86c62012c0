package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A page of the settings that is about the machine in the window, which keeps those settings itself. FX thread.
public abstract class MachinePane extends ViewLifecycle {
    static final String NO_MACHINE = "The engine in the window isn’t in a VM";

    public abstract Region root();

    /// What isn't applied yet, for the foot of the page; not managed while there is nothing.
    public abstract Node footer();

    /// Whether there is nothing to wait for.
    public abstract boolean settled();

    /// Whether something isn't applied yet.
    public abstract boolean isChanged();

    /// Shows what a new machine would have.
    public void reset() {}

    /// Why there is nothing to reset.
    public abstract Optional<String> whyNoReset();

    /// A muted text that wraps.
    static Label text(String words) {
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.MUTED);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Label sectionTitle(String words) {
        Label label = new Label(words);
        label.getStyleClass().add(StyleClasses.SECTION_TITLE);
        return label;
    }
}
