package io.quayside.desktop.ui.run;

import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The image, and whether it is here.
final class ImageSection extends FormSection {
    private final RunViewModel model;
    private final TextField field = new TextField();
    private boolean loading;

    ImageSection(RunViewModel model) {
        super("Image", "Name and tag");
        this.model = model;
        field.setId("run-image");
        field.setPromptText("redis:7");
        field.setAccessibleText("Image");
        field.getStyleClass().add(StyleClasses.MONO);
        HBox.setHgrow(field, Priority.ALWAYS);
        Label state = new Label();
        state.setId("run-image-state");
        state.setMinWidth(USE_PREF_SIZE);
        state.getStyleClass().add(StyleClasses.CHIP);
        HBox row = new HBox(8, field, state);
        row.setAlignment(Pos.CENTER_LEFT);
        content().getChildren().add(row);
        field.textProperty().subscribe((before, now) -> {
            if (!loading) {
                model.image(now);
            }
        });
        model.imageProperty().subscribe(now -> {
            state.setText(
                    switch (now) {
                        case HERE -> "On this engine";
                        case MISSING -> "Is pulled first";
                        case UNKNOWN -> "";
                    });
            state.setVisible(now != RunViewModel.ImageState.UNKNOWN);
            state.setManaged(now != RunViewModel.ImageState.UNKNOWN);
            state.getStyleClass().remove(StyleClasses.CHIP_SUCCESS);
            if (now == RunViewModel.ImageState.HERE) {
                state.getStyleClass().add(StyleClasses.CHIP_SUCCESS);
            }
        });
    }

    @Override
    boolean isAbout(SpecChange one) {
        return one.part() == SpecChange.Part.IMAGE;
    }

    @Override
    void load() {
        loading = true;
        field.setText(model.specProperty().get().image());
        loading = false;
    }

    @Override
    void focusField() {
        field.requestFocus();
    }
}
