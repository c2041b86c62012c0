package io.quayside.desktop.ui.networks;

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

/// "Networks 5" and "Port map 10", of which one is marked. FX thread.
final class NetworkTabs extends HBox {
    /// What the page shows.
    enum Tab {
        NETWORKS("Networks", "tab-networks"),
        PORTS("Port map", "tab-ports");

        private final String title;
        private final String id;

        Tab(String title, String id) {
            this.title = title;
            this.id = id;
        }
    }

    private final Map<Tab, ToggleButton> buttons = new EnumMap<>(Tab.class);
    private final ToggleGroup group = new ToggleGroup();

    NetworkTabs(Consumer<Tab> open) {
        getStyleClass().add("tab-bar");
        for (Tab tab : Tab.values()) {
            ToggleButton button = new ToggleButton(tab.title);
            button.setId(tab.id);
            button.getStyleClass().setAll("detail-tab");
            button.setMnemonicParsing(false);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(tab.title);
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

    void mark(Tab tab) {
        group.selectToggle(button(tab));
    }

    void count(Tab tab, int number) {
        ToggleButton button = button(tab);
        Label chip = new Label(Integer.toString(number));
        chip.getStyleClass().add(StyleClasses.CHIP);
        button.setGraphic(number == 0 ? null : chip);
        button.setAccessibleText(number == 0 ? tab.title : tab.title + ", " + number);
    }

    private ToggleButton button(Tab tab) {
        return Objects.requireNonNull(buttons.get(tab));
    }
}
