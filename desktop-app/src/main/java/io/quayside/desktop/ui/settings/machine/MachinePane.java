package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.problem.Problem;
import io.quayside.desktop.ui.control.ProblemBanner;
import io.quayside.desktop.ui.control.ViewLifecycle;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A page of the settings that is about the machine in the window, which keeps those settings itself. FX thread.
public abstract class MachinePane extends ViewLifecycle {
    private static final String NO_MACHINE = "The engine in the window isn’t in a VM";

    private final VBox root;
    private final ProblemBanner problem = new ProblemBanner();
    private final Label none = text("");
    private Runnable changed = () -> {};

    /// @param gap between the parts of the page
    MachinePane(String id, double gap) {
        root = new VBox(gap);
        root.setId(id);
        none.managedProperty().bind(none.visibleProperty());
    }

    public final Region root() {
        return root;
    }

    /// Puts these below what is wrong and below the words that stand in their place.
    final void build(Node... parts) {
        root.getChildren().setAll(none, problem);
        root.getChildren().addAll(parts);
    }

    /// Shows what is wrong, or nothing.
    final void showProblem(Optional<Problem> now) {
        problem.show(now);
    }

    /// Shows these parts once the machine is known, and words in their place before.
    ///
    /// @param without the words where there is no machine
    final void showKnown(boolean known, String without, List<? extends Node> parts) {
        for (Node part : parts) {
            part.setVisible(known);
            part.setManaged(known);
        }
        none.setVisible(!known && !problem.isVisible());
        none.setText(machine().isPresent() ? "Looking at the VM…" : without);
        changed.run();
    }

    /// Calls this whenever [#isChanged] or [#whyNoReset] may say something else.
    public final void onChange(Runnable listener) {
        changed = listener;
    }

    /// The name of the machine; empty when the engine in the window is in none.
    abstract Optional<String> machine();

    /// What isn't applied yet, for the foot of the page; not managed while there is nothing.
    public abstract Node footer();

    /// Whether there is nothing to wait for.
    public abstract boolean settled();

    /// Whether something isn't applied yet.
    public abstract boolean isChanged();

    /// Goes back to what a new machine would have; what counts at once is asked about first.
    public abstract void reset();

    /// Why there is nothing to reset.
    public final Optional<String> whyNoReset() {
        return machine().isEmpty() ? Optional.of(NO_MACHINE) : isUsual();
    }

    /// Why there is nothing to reset on a machine.
    abstract Optional<String> isUsual();

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
