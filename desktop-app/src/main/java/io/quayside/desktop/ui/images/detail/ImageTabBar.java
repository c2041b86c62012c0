package io.quayside.desktop.ui.images.detail;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The names of the tabs, of which one is marked.
final class ImageTabBar extends HBox {
    private final Map<ImageTab, ToggleButton> buttons = new EnumMap<>(ImageTab.class);
    private final ToggleGroup group = new ToggleGroup();

    ImageTabBar(Consumer<ImageTab> open) {
        getStyleClass().add("tab-bar");
        for (ImageTab tab : ImageTab.values()) {
            ToggleButton button = new ToggleButton(tab.title());
            button.setId("tab-" + tab.id());
            button.getStyleClass().setAll("detail-tab");
            button.setMnemonicParsing(false);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(tab.title());
            button.setContentDisplay(ContentDisplay.RIGHT);
            button.setToggleGroup(group);
            button.setOnAction(event -> open.accept(tab));
            buttons.put(tab, button);
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    void mark(ImageTab tab) {
        group.selectToggle(button(tab));
    }

    void count(ImageTab tab, int number) {
        ToggleButton button = button(tab);
        Label chip = new Label(Integer.toString(number));
        chip.getStyleClass().add(StyleClasses.CHIP);
        button.setGraphic(number == 0 ? null : chip);
        button.setAccessibleText(number == 0 ? tab.title() : tab.title() + ", " + number);
    }

    void focusMarked() {
        if (group.getSelectedToggle() instanceof ToggleButton marked) {
            marked.requestFocus();
        }
    }

    private ToggleButton button(ImageTab tab) {
        return Objects.requireNonNull(buttons.get(tab));
    }
}
