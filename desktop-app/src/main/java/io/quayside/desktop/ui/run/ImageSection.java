package io.quayside.desktop.ui.run;

import atlantafx.base.controls.CustomTextField;
import io.quayside.desktop.ui.control.ActionButton;
import io.quayside.desktop.ui.format.SafeText;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The image, whether it is here, and those that could be meant while somebody types.
final class ImageSection extends FormSection {
    private final RunViewModel model;
    private final CustomTextField field = new CustomTextField();
    private final SuggestionList suggestions = new SuggestionList(field, this::take);
    private final Label told = new Label();
    private boolean loading;

    ImageSection(RunViewModel model) {
        super("Image", "Name and tag");
        this.model = model;
        field.setId("run-image");
        field.setPromptText("redis:7");
        field.setAccessibleText("Image");
        field.getStyleClass().add(StyleClasses.MONO);
        field.setLeft(Icons.IMAGES.node(Icons.SMALL));
        HBox.setHgrow(field, Priority.ALWAYS);
        Label state = new Label();
        state.setId("run-image-state");
        state.setMinWidth(USE_PREF_SIZE);
        state.getStyleClass().add(StyleClasses.CHIP);
        field.setRight(state);
        ActionButton search = new ActionButton("Search…", () -> search(field.getText()));
        search.setId("run-image-search");
        search.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, field, search);
        row.setAlignment(Pos.CENTER_LEFT);
        told.setId("run-image-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        told.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        told.managedProperty().bind(told.visibleProperty());
        tell("");
        content().getChildren().addAll(row, told);
        field.textProperty().subscribe((before, now) -> {
            if (!loading) {
                model.image(now);
                tell("");
                suggestions.show(model.suggestions(now));
            }
        });
        model.imageProperty().subscribe(now -> show(state, now));
    }

    private static void show(Label state, RunViewModel.ImageState now) {
        state.setText(
                switch (now) {
                    case HERE -> "On this engine";
                    case MISSING -> "Is pulled first";
                    case UNKNOWN -> "";
                });
        state.setVisible(now != RunViewModel.ImageState.UNKNOWN);
        state.setManaged(now != RunViewModel.ImageState.UNKNOWN);
        state.getStyleClass().remove(StyleClasses.CHIP_SUCCESS);
        state.setGraphic(null);
        if (now == RunViewModel.ImageState.HERE) {
            state.getStyleClass().add(StyleClasses.CHIP_SUCCESS);
            state.setGraphic(Icons.CHECK.node(Icons.SMALL));
        }
    }

    private void take(Suggestion chosen) {
        if (chosen.kind() == Suggestion.Kind.SEARCH) {
            search(chosen.reference());
            return;
        }
        field.setText(chosen.reference());
        field.end();
        suggestions.hide();
    }

    private void search(String term) {
        field.requestFocus();
        if (term.isBlank()) {
            suggestions.show(model.suggestions(""));
            return;
        }
        tell("Searching registries for “" + SafeText.line(term.strip()) + "”…");
        model.tasks().search(term.strip(), found -> answer(term, found), problem -> {
            suggestions.hide();
            tell("The search had no answer. " + problem);
        });
    }

    private void answer(String term, List<Suggestion> found) {
        if (!field.getText().equals(term)) {
            return; // somebody typed on
        }
        tell(found.isEmpty() ? "No registry that the engine asked has “" + SafeText.line(term.strip()) + "”." : "");
        suggestions.show(found);
    }

    private void tell(String words) {
        told.setText(words);
        told.setVisible(!words.isEmpty());
    }

    @Override
    boolean isAbout(SpecChange one) {
        return one.part() == SpecChange.Part.IMAGE;
    }

    @Override
    void load() {
        loading = true;
        field.setText(model.specProperty().get().image());
        tell("");
        loading = false;
    }

    @Override
    void focusField() {
        field.requestFocus();
    }
}
