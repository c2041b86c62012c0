package io.quayside.desktop.ui.settings.machine;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Changes that a machine doesn't have yet, with Discard and Apply. Not there when nothing is changed.
final class MachineFooter extends HBox {
    private final Label count = new Label();
    private final Label effect = new Label();
    private final ActionButton apply;
    private final ActionButton discard;

    MachineFooter(Runnable onDiscard, Runnable onApply) {
        getStyleClass().add(StyleClasses.FOOTER);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(USE_PREF_SIZE);
        effect.getStyleClass().add(StyleClasses.MUTED);
        Gap gap = new Gap();
        discard = new ActionButton("Discard", onDiscard);
        discard.setMinWidth(USE_PREF_SIZE);
        apply = new ActionButton("Apply", onApply).primary();
        apply.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(Icons.INFO.node(), count, effect, gap, discard, apply);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// @param words what applying does
    /// @param label of the button
    void show(int changes, boolean busy, String words, String label) {
        setVisible(changes > 0 || busy);
        count.setText(busy ? "Applying." : changes == 1 ? "1 change." : changes + " changes.");
        effect.setText(busy ? "Tasks shows how far it is." : words);
        apply.setText(label);
        Optional<String> under = busy ? Optional.of("The change is being applied") : Optional.empty();
        apply.setUnavailable(under);
        discard.setUnavailable(under);
    }

    /// Nothing can be applied now, for this reason; empty if it can. After [#show].
    void hold(Optional<String> reason) {
        reason.ifPresent(words -> apply.setUnavailable(Optional.of(words)));
    }
}
