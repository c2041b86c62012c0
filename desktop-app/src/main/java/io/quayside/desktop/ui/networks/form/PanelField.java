package io.quayside.desktop.ui.networks.form;

import io.quayside.desktop.ui.control.Tip;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// A field with its name above it and what is wrong with it, or worth knowing, below. FX thread.
public final class PanelField extends VBox {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextField field = new TextField();
    private final Label below = new Label();

    public PanelField(String name, String id, String prompt) {
        super(4);
        Label label = new Label(name);
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setLabelFor(field);
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        field.getStyleClass().add(StyleClasses.MONO);
        below.setWrapText(true);
        below.setMinHeight(USE_PREF_SIZE);
        below.getStyleClass().add(StyleClasses.META);
        below.setVisible(false);
        below.managedProperty().bind(below.visibleProperty());
        getChildren().addAll(label, field, below);
    }

    public String text() {
        return field.getText();
    }

    public void onChange(Runnable listener) {
        field.textProperty().subscribe((before, now) -> listener.run());
    }

    public void onEnter(Runnable listener) {
        field.setOnAction(event -> {
            event.consume();
            listener.run();
        });
    }

    public void focusField() {
        field.requestFocus();
    }

    /// Why it can't be filled in.
    public void setUnavailable(Optional<String> reason) {
        field.setDisable(reason.isPresent());
        say(reason, StyleClasses.MUTED);
    }

    /// What is wrong with it. Says nothing while it is disabled.
    public void setFault(Optional<String> fault) {
        if (!field.isDisabled()) {
            field.pseudoClassStateChanged(ERROR, fault.isPresent());
            field.setAccessibleHelp(fault.orElse(null));
            say(fault, StyleClasses.TEXT_DANGER);
        }
    }

    /// What is worth knowing about it, though nothing is wrong.
    public void setWarning(Optional<String> warning) {
        if (warning.isPresent()) {
            say(warning, StyleClasses.TEXT_WARNING);
            field.setAccessibleHelp(warning.get());
        }
    }

    private void say(Optional<String> words, String style) {
        below.setText(words.orElse(""));
        below.getStyleClass().removeAll(StyleClasses.MUTED, StyleClasses.TEXT_DANGER, StyleClasses.TEXT_WARNING);
        below.getStyleClass().add(style);
        below.setVisible(words.isPresent());
        Tip.on(field, words.orElse(""));
    }
}
