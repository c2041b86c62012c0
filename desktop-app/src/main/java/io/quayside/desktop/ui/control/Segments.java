package io.quayside.desktop.ui.control;

import io.quayside.desktop.ui.theme.StyleClasses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A row of choices of which exactly one is on, such as "All 10 | Running 7". Arrow keys move within it.
///
/// @param <T> what a choice stands for
public final class Segments<T> extends HBox {
    /// One choice with its label.
    public record Option<T>(T value, String label) {}

    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<T, String> labels = new LinkedHashMap<>();
    private final ObjectProperty<T> value;

    /// `name` says what is chosen, "Show" in "Show, Running 7".
    public Segments(String name, List<Option<T>> options) {
        value = new SimpleObjectProperty<>(options.getFirst().value());
        getStyleClass().add(StyleClasses.SEGMENTS);
        setAccessibleText(name);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        ToggleGroup group = new ToggleGroup();
        for (Option<T> option : options) {
            ToggleButton button = new ToggleButton(option.label());
            button.setMnemonicParsing(false);
            button.setAccessibleText(name + ", " + option.label());
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add(position(option, options));
            buttons.put(option.value(), button);
            labels.put(option.value(), option.label());
            getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                buttons.forEach((key, button) -> {
                    if (button.equals(now)) {
                        value.set(key);
                    }
                });
            }
        });
        value.subscribe(now -> {
            ToggleButton button = buttons.get(now);
            if (button != null) {
                group.selectToggle(button);
            }
        });
    }

    private static <T> String position(Option<T> option, List<Option<T>> options) {
        if (options.size() == 1) {
            return "single-pill";
        }
        if (option.equals(options.getFirst())) {
            return "left-pill";
        }
        return option.equals(options.getLast()) ? "right-pill" : "center-pill";
    }

    /// The choice that is on.
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    /// Puts a number behind a choice's label.
    public void setCount(T choice, int count) {
        ToggleButton button = buttons.get(choice);
        if (button != null) {
            String text = labels.get(choice) + " " + count;
            button.setText(text);
            button.setAccessibleText(getAccessibleText() + ", " + text);
        }
    }
}
