package io.quayside.desktop.ui.settings;

import io.quayside.desktop.ui.control.Gap;
import io.quayside.desktop.ui.control.SearchField;
import io.quayside.desktop.ui.theme.Icons;
import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The column of pages with its search; a dot marks pages with changes that aren't applied.
final class SettingsColumn extends VBox {
    private final Predicate<SettingsSection> isChanged;
    private final boolean tray;
    private final SearchField search = new SearchField("Find a setting", "").small();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<SettingsSection, ToggleButton> items = new EnumMap<>(SettingsSection.class);
    private final Map<SettingsSection, Region> dots = new EnumMap<>(SettingsSection.class);

    /// @param isChanged whether a page has changes that aren't applied
    SettingsColumn(Predicate<SettingsSection> isChanged, boolean tray, Consumer<SettingsSection> open) {
        this.isChanged = isChanged;
        this.tray = tray;
        getStyleClass().add(StyleClasses.SIDE_NAV);
        search.setId("settings-filter");
        VBox.setMargin(search, new Insets(0, 0, 6, 0));
        getChildren().add(search);
        for (SettingsSection section : SettingsSection.values()) {
            getChildren().add(item(section, open));
        }
        search.textProperty().subscribe(this::filter);
        search.setOnAction(ignored -> items.entrySet().stream()
                .filter(entry -> entry.getValue().isVisible())
                .findFirst()
                .ifPresent(entry -> open.accept(entry.getKey())));
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            }
        });
    }

    private ToggleButton item(SettingsSection section, Consumer<SettingsSection> open) {
        Region dot = new Region();
        dot.getStyleClass().add("change-dot");
        dots.put(section, dot);
        Label name = new Label(section.title(), icon(section).node());
        name.setGraphicTextGap(10);
        Gap gap = new Gap();
        HBox face = new HBox(name, gap, dot);
        face.setAlignment(Pos.CENTER_LEFT);
        ToggleButton item = new ToggleButton(section.title(), face);
        face.prefWidthProperty().bind(item.widthProperty().subtract(16));
        item.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        item.setId("settings-" + section.address());
        item.getStyleClass().add(StyleClasses.NAV_ITEM);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setOnAction(ignored -> open.accept(section));
        item.managedProperty().bind(item.visibleProperty());
        items.put(section, item);
        return item;
    }

    private static Icons icon(SettingsSection section) {
        return switch (section) {
            case GENERAL -> Icons.SETTINGS;
            case APPEARANCE -> Icons.APPEARANCE;
            case RESOURCES -> Icons.ENGINE;
            case FILE_SHARING -> Icons.FILES;
            case PORT_FORWARDING -> Icons.PORTS;
            case KEYBOARD -> Icons.KEYBOARD;
        };
    }

    private void filter(String query) {
        items.forEach((section, item) -> item.setVisible(section.matches(query, tray)));
    }

    void select(SettingsSection section) {
        group.selectToggle(items.get(section));
    }

    void focusSelected() {
        if (group.getSelectedToggle() instanceof ToggleButton selected) {
            selected.requestFocus();
        }
    }

    /// Whether there was something to clear.
    boolean clearSearch() {
        boolean filled = !search.getText().isEmpty();
        search.clear();
        return filled;
    }

    void refresh() {
        items.forEach((section, item) -> {
            boolean changed = isChanged.test(section);
            item.setAccessibleText(changed ? section.title() + ", has changes that are not applied" : section.title());
            Region dot = dots.get(section);
            if (dot != null) {
                dot.setVisible(changed);
            }
        });
    }
}
