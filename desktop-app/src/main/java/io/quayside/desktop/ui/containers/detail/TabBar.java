package io.quayside.desktop.ui.containers.detail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The names of the tabs, of which one is marked.
final class TabBar extends HBox {
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();

    /// @param keys the key of a tab, by its id
    TabBar(List<DetailTabEntry> entries, java.util.function.UnaryOperator<String> keys, Consumer<String> open) {
        getStyleClass().add("tab-bar");
        for (DetailTabEntry entry : entries) {
            ToggleButton button = new ToggleButton(entry.title());
            button.setId("tab-" + entry.id());
            button.getStyleClass().setAll("detail-tab");
            button.setMnemonicParsing(false);
            button.setAccessibleRole(AccessibleRole.TAB_ITEM);
            button.setAccessibleText(entry.title());
            button.setToggleGroup(group);
            button.setOnAction(event -> open.accept(entry.id()));
            button.setOnMouseEntered(event -> {
                String key = keys.apply(entry.id());
                button.setTooltip(key.isEmpty() ? null : new Tooltip(key));
            });
            buttons.put(entry.id(), button);
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    void mark(String id) {
        ToggleButton button = buttons.get(id);
        if (button != null) {
            group.selectToggle(button);
        }
    }

    void focusMarked() {
        if (group.getSelectedToggle() instanceof ToggleButton marked) {
            marked.requestFocus();
        }
    }
}
