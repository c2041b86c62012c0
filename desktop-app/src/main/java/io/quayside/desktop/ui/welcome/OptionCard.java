package io.quayside.desktop.ui.welcome;

import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A choice as a card with a radio button. One that can't be chosen is disabled and says why.
final class OptionCard extends HBox {
    private final WelcomeOption option;
    private final RadioButton radio = new RadioButton();

    OptionCard(WelcomeOption option, Runnable select) {
        super(12);
        this.option = option;
        getStyleClass().addAll(StyleClasses.CARD, "qs-option");
        radio.setAccessibleText(option.title() + ". " + option.text());
        radio.setOnAction(ignored -> select.run());
        setOnMouseClicked(ignored -> {
            if (option.unavailable().isEmpty()) {
                radio.requestFocus();
                select.run();
            }
        });
        Label title = new Label(option.title());
        title.getStyleClass().add(StyleClasses.STRONG);
        HBox head = new HBox(8, title);
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = new Label(option.text());
        text.getStyleClass().addAll(StyleClasses.META, StyleClasses.MUTED);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        if (option.unavailable().isPresent()) {
            radio.setDisable(true);
            title.getStyleClass().add(StyleClasses.MUTED);
            getStyleClass().add("unavailable");
        }
        VBox words = new VBox(3, head, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(radio, words, icon().node());
    }

    private Icons icon() {
        return switch (option) {
            case WelcomeOption.UseFound _ -> Icons.CONTAINERS;
            case WelcomeOption.Connect _ -> Icons.SERVER;
            case WelcomeOption.StartOwn _ -> Icons.ENGINE;
            case WelcomeOption.CreateVm _, WelcomeOption.StartVm _ -> Icons.COMPUTER;
        };
    }

    WelcomeOption option() {
        return option;
    }

    RadioButton radio() {
        return radio;
    }

    void setSelected(boolean on) {
        radio.setSelected(on);
        getStyleClass().remove("selected");
        if (on) {
            getStyleClass().add("selected");
        }
    }
}
