package io.quayside.desktop.ui.volumes.panel;

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
final class VolumeTabBar extends HBox {
    private final Map<VolumeTab, ToggleButton> buttons = new EnumMap<>(VolumeTab.class);
    private final ToggleGroup group = new ToggleGroup();

    VolumeTabBar(Consumer<VolumeTab> open) {
        getStyleClass().add("tab-bar");
        for (VolumeTab tab : VolumeTab.values()) {
            ToggleButton button = new ToggleButton(tab.title());
            button.setId("volume-tab-" + tab.id());
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

    void mark(VolumeTab tab) {
        group.selectToggle(button(tab));
    }

    void count(VolumeTab tab, int number) {
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

    private ToggleButton button(VolumeTab tab) {
        return Objects.requireNonNull(buttons.get(tab));
    }
}
