package io.quayside.desktop.ui.networks.form;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// A field for pairs, one a line. FX thread.
final class PairsField extends VBox {
    private final TextArea field = new TextArea();
    private final Label fault = new Label();

    PairsField(String name, String id) {
        super(4);
        Label label = new Label(name);
        label.getStyleClass().add(StyleClasses.MEDIUM);
        label.setLabelFor(field);
        field.setId(id);
        field.setPromptText("key=value, one a line");
        field.setAccessibleText(name + ", key=value, one a line");
        field.setPrefRowCount(2);
        field.getStyleClass().add(StyleClasses.MONO);
        fault.getStyleClass().addAll(StyleClasses.META, StyleClasses.TEXT_DANGER);
        fault.setWrapText(true);
        fault.managedProperty().bind(fault.visibleProperty());
        getChildren().addAll(label, field, fault);
    }

    String text() {
        return field.getText();
    }

    void onChange(Runnable listener) {
        field.textProperty().subscribe((before, now) -> listener.run());
    }

    /// Shows what is wrong with it.
    Optional<String> check() {
        Optional<String> wrong = NetworkDraft.pairsFault(field.getText());
        fault.setText(wrong.orElse(""));
        fault.setVisible(wrong.isPresent());
        return wrong;
    }
}
