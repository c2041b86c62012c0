package io.quayside.desktop.ui.settings;

import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What isn't applied yet, with Discard and Apply. Not there when nothing is changed.
final class SettingsFooter extends HBox {
    private final SettingsViewModel model;
    private final KeyboardViewModel keyboard;
    private final FontIcon icon = Icons.INFO.node();
    private final Label count = new Label();
    private final Label effect = new Label();
    private final ActionButton apply;

    SettingsFooter(SettingsViewModel model, KeyboardViewModel keyboard) {
        this.model = model;
        this.keyboard = keyboard;
        getStyleClass().add(StyleClasses.FOOTER);
        count.getStyleClass().add(StyleClasses.STRONG);
        count.setMinWidth(USE_PREF_SIZE);
        effect.getStyleClass().add(StyleClasses.MUTED);
        Gap gap = new Gap();
        ActionButton discard = new ActionButton("Discard", model::discard);
        discard.setMinWidth(USE_PREF_SIZE);
        apply = new ActionButton("Apply", model::apply).primary();
        apply.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(icon, count, effect, gap, discard, apply);
        managedProperty().bind(visibleProperty());
    }

    void refresh() {
        Optional<String> conflict = keyboard.conflict();
        setVisible(model.changes() > 0);
        count.setText(model.changesText());
        effect.setText(conflict.orElseGet(model::effectText));
        icon.setIconLiteral((conflict.isPresent() ? Icons.WARNING : Icons.INFO).literal());
        apply.setUnavailable(conflict);
    }
}
