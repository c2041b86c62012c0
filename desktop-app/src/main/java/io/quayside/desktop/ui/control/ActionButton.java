package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/// A button that keeps its place when its action isn't possible: it then says why in its tooltip and does nothing.
///
/// JavaFX gives disabled controls neither tooltips nor focus, so this one stays enabled, looks disabled (pseudo-class
/// `unavailable`) and reports itself as disabled to screen readers.
public class ActionButton extends Button {
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");

    private Optional<String> unavailableReason = Optional.empty();
    private Optional<String> hint = Optional.empty();

    /// A button with a text.
    public ActionButton(String text, Runnable action) {
        super(text);
        setMnemonicParsing(false);
        setAccessibleText(text);
        textProperty().subscribe(this::setAccessibleText);
        setOnAction(ignored -> action.run());
    }

    /// A button with a 14 px icon before its text.
    public ActionButton(String text, Icons icon, Runnable action) {
        this(text, action);
        setGraphic(icon.node(Icons.SMALL));
    }

    /// The one action of a page or form that Enter stands for.
    public ActionButton primary() {
        getStyleClass().add(StyleClasses.PRIMARY);
        return this;
    }

    /// The 28 px form for toolbars, rows and banners.
    public ActionButton small() {
        getStyleClass().add(StyleClasses.SMALL);
        return this;
    }

    /// Without edge and fill until hovered.
    public ActionButton ghost() {
        getStyleClass().add(StyleClasses.GHOST);
        return this;
    }

    /// Red text: deletes something after a question or with undo.
    public ActionButton danger() {
        getStyleClass().add(StyleClasses.DANGER);
        return this;
    }

    /// Why it can't be used now; empty when it can.
    public void setUnavailable(Optional<String> reason) {
        if (!reason.equals(unavailableReason)) {
            unavailableReason = reason;
            pseudoClassStateChanged(UNAVAILABLE, reason.isPresent());
            setAccessibleHelp(reason.orElse(null));
            notifyAccessibleAttributeChanged(AccessibleAttribute.DISABLED);
            updateTip();
        }
    }

    /// What the tooltip says while it can be used.
    public void setHint(String text) {
        hint = Optional.of(text);
        updateTip();
    }

    /// Whether pressing it does something.
    public boolean isAvailable() {
        return unavailableReason.isEmpty() && !isDisabled();
    }

    /// Why it can't be used now.
    public Optional<String> unavailableReason() {
        return unavailableReason;
    }

    private void updateTip() {
        Tip.on(this, unavailableReason.or(() -> hint).orElse(""));
    }

    @Override
    public void fire() {
        if (unavailableReason.isEmpty()) {
            super.fire();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.DISABLED) {
            return !isAvailable();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }
}
